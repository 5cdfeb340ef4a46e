import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { betaBinomialRateTest } from '../../src/statistics/beta-binomial-rate-test.ts';
import { binomialLowerTail } from '../../src/statistics/binomial-lower-tail.ts';
import { binomialUpperTail } from '../../src/statistics/binomial-upper-tail.ts';
import { fisherExact } from '../../src/statistics/fisher-exact.ts';
import { negativeBinomialUpperTail } from '../../src/statistics/negative-binomial-upper-tail.ts';
import { poissonChangePoint } from '../../src/statistics/poisson-change-point.ts';
import { poissonLowerTail } from '../../src/statistics/poisson-lower-tail.ts';
import { poissonRateTest } from '../../src/statistics/poisson-rate-test.ts';
import { poissonUpperTail } from '../../src/statistics/poisson-upper-tail.ts';

/*
 * A second route to the same numbers: whole-number fractions of any length (BigInt), with nothing rounded before the
 * last step. They share no code with the functions under test, and reach where tables do not: chances near 1e-300,
 * exposures a million times apart, nothing at all, and large counts.
 */

/** One whole number over another as a number, right to 17 figures however long they are. */
function over(top: bigint, bottom: bigint): number {
  if (top === 0n) return 0;
  const shift = bottom.toString().length - top.toString().length + 20;
  const digits = shift >= 0 ? (top * 10n ** BigInt(shift)) / bottom : top / (bottom * 10n ** BigInt(-shift));
  return Number(`${digits}e${-shift}`);
}

function choose(n: number, k: number): bigint {
  let result = 1n;
  for (let at = 1; at <= k; at += 1) result = (result * BigInt(n - k + at)) / BigInt(at);
  return result;
}

/** Sum over k from `from` to `to` of C(n, k) a^k b^(n - k), over (a + b)^n: binomial with chance a / (a + b). */
function binomialSum(n: number, from: number, to: number, a: bigint, b: bigint): number {
  let top = 0n;
  for (let k = from; k <= to; k += 1) top += choose(n, k) * a ** BigInt(k) * b ** BigInt(n - k);
  return over(top, (a + b) ** BigInt(n));
}

/** Poisson chances of up to `terms` counts with mean a / b, over e^(a / b) as a fraction (series far beyond 17 figures). */
function poissonSum(from: number, to: number, a: bigint, b: bigint): number {
  const most = Math.max(to, from + 400);
  let [term, whole, part] = [10n ** 400n, 0n, 0n];
  for (let k = 0; k <= most; k += 1) {
    if (k > 0) term = (term * a) / (b * BigInt(k));
    whole += term;
    if (k >= from && k <= to) part += term;
  }
  return over(part, whole);
}

const near = (got: number, exact: number): void => {
  expect(Math.abs(got - exact)).toBeLessThanOrEqual(1e-10 * Math.abs(exact));
};

describe('binomial tails against fractions', () => {
  it.each([
    [0, 0, 1n, 2n],
    [10, 0, 1n, 2n],
    [10, 10, 1n, 999n],
    [100, 100, 1n, 999n], // 1e-300
    [60, 50, 1n, 999_999n], // exposures a million apart: under 1e-289
    [400, 200, 1n, 1n],
    [400, 390, 1n, 3n],
    [30, 1, 1n, 1_000_000n],
    [30, 29, 1_000_000n, 1n],
  ] as const)('%i or more of them at %i', (n, k, a, b) => {
    const p = Number(a) / Number(a + b);
    near(binomialUpperTail(k, n, p), binomialSum(n, k, n, a, b));
    near(binomialLowerTail(k, n, p), binomialSum(n, 0, k, a, b));
  });
});

describe('Poisson tails against a series of fractions', () => {
  it.each([
    [0, 1n, 2n],
    [1, 1n, 1_000_000n],
    [12, 1n, 1_000_000n],
    [45, 1n, 1_000_000n], // near 1e-326: below what a number can hold whole
    [100, 1n, 10n], // near 1e-258
    [3, 7n, 2n],
    [80, 50n, 1n],
    [1, 50n, 1n],
    [200, 150n, 1n],
  ] as const)('k = %i', (k, a, b) => {
    const mean = Number(a) / Number(b);
    const upper = poissonSum(k, k + 400, a, b);
    // The smallest numbers hold fewer figures.
    if (upper > 1e-300) near(poissonUpperTail(k, mean), upper);
    else expect(poissonUpperTail(k, mean)).toBeLessThanOrEqual(1e-300);
    near(poissonLowerTail(k, mean), poissonSum(0, k, a, b));
  });
});

describe('negative binomial tail of whole size against fractions', () => {
  it.each([
    [1, 1, 3n, 7n],
    [5, 2, 1n, 9n],
    [40, 3, 1n, 99n],
    [140, 2, 1n, 99n], // near 1e-278
  ] as const)('k = %i, size = %i', (k, size, a, b) => {
    // Chance of a success b / (a + b); what is counted are the failures before the size-th.
    let [top, n] = [0n, 0];
    for (; n < k; n += 1) top += choose(n + size - 1, n) * a ** BigInt(n) * (a + b) ** BigInt(k - 1 - n);
    const bottom = (a + b) ** BigInt(k - 1 + size);
    const exact = over(bottom - top * b ** BigInt(size), bottom);
    const mean = (size * Number(a)) / Number(b);
    near(negativeBinomialUpperTail(k, mean, size), exact);
  });
});

describe('rate tests against fractions', () => {
  it.each([
    [0, 1n, 0, 1n],
    [0, 1n, 9, 1n],
    [9, 1n, 0, 1_000_000n],
    [1, 1n, 1, 1_000_000n],
    [6, 1n, 40, 1_000_000n],
    [300, 1n, 200, 1n],
    [5, 1n, 5, 1n],
  ] as const)('%i in %s against %i in %s', (x1, t1, x2, t2) => {
    const n = x1 + x2;
    const { pGreater, pLess, pCentral } = poissonRateTest({ x1, t1: Number(t1), x2, t2: Number(t2) });
    const greater = binomialSum(n, x1, n, t1, t2);
    const less = binomialSum(n, 0, x1, t1, t2);
    near(pGreater, greater);
    near(pLess, less);
    near(pCentral, Math.min(1, 2 * Math.min(greater, less)));
  });
});

describe('Fisher against fractions', () => {
  it.each([
    [0, 10, 10, 0],
    [3, 1, 1, 3],
    [0, 5, 0, 9],
    [40, 2, 3, 60],
    [7, 7, 7, 7],
  ])('%i %i / %i %i: the two-sided p, ties included', (a, b, c, d) => {
    const [first, second, column] = [a + b, c + d, a + c];
    const weights: bigint[] = [];
    for (let x = Math.max(0, column - second); x <= Math.min(first, column); x += 1)
      weights.push(choose(first, x) * choose(second, column - x));
    const seen = choose(first, a) * choose(second, c);
    const top = weights.filter((one) => one <= seen).reduce((sum, one) => sum + one, 0n);
    near(
      fisherExact(a, b, c, d).pTwoSided,
      over(
        top,
        weights.reduce((sum, one) => sum + one, 0n),
      ),
    );
  });
});

describe('falls are found as carefully as rises', () => {
  const count = fc.integer({ min: 0, max: 60 });

  it('a pupil’s fall by the same p as the rise that mirrors it', () => {
    fc.assert(
      fc.property(count, count, fc.integer({ min: 2, max: 80 }), (x1, x0, shape) => {
        const [rise, fall] = [
          betaBinomialRateTest(x1, 60, x0, 60, shape),
          betaBinomialRateTest(x0, 60, x1, 60, shape),
        ];
        expect(rise.pMid).toBeCloseTo(fall.pMid, 10);
      }),
    );
  });

  it('a step down by the same likelihood ratio as the step up that mirrors it', () => {
    fc.assert(
      fc.property(fc.array(count, { minLength: 10, maxLength: 38 }), (counts) => {
        const even = counts.map(() => 5);
        const [one, other] = [counts, counts.toReversed()].map((each) =>
          poissonChangePoint(each, even, { minSegment: 4 }),
        );
        expect(one?.llr).toBeCloseTo(other?.llr ?? Number.NaN, 8);
      }),
    );
  });
});
