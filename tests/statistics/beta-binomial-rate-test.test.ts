import { describe, expect, it } from 'vitest';
import { betaBinomialRateTest } from '../../src/statistics/beta-binomial-rate-test.ts';
import { poissonRateTest } from '../../src/statistics/poisson-rate-test.ts';

describe('betaBinomialRateTest', () => {
  it('agrees with scipy betabinom(17, 25, 75) at 11', () => {
    const test = betaBinomialRateTest(11, 60, 6, 180, 25);
    const [above, below, here] = [0.0015599235112921939, 0.999666641084098, 0.0012265645953902099];
    expect(test.pGreater).toBeCloseTo(above, 10);
    expect(test.pLess).toBeCloseTo(below, 10);
    expect(test.pMid).toBeCloseTo(2 * (above - here / 2), 10);
  });

  it('is the exact conditional test when nothing wobbles', () => {
    const exact = poissonRateTest({ x1: 11, t1: 66, x2: 11, t2: 190 });
    for (const shape of [1e9, Number.POSITIVE_INFINITY]) {
      const test = betaBinomialRateTest(11, 66, 11, 190, shape);
      expect(test.pGreater).toBeCloseTo(exact.pGreater, 8);
      expect(test.pMid).toBeCloseTo(exact.pMidTwoSided, 8);
    }
  });

  it('is less easily impressed the more rates wobble', () => {
    const p = [100, 25, 10].map((shape) => betaBinomialRateTest(12, 60, 8, 180, shape).pMid);
    expect(p).toEqual(p.toSorted((a, b) => a - b));
  });

  it('treats rises and falls alike', () => {
    const [rise, fall] = [betaBinomialRateTest(12, 60, 3, 60, 20), betaBinomialRateTest(3, 60, 12, 60, 20)];
    expect(rise.pMid).toBeCloseTo(fall.pMid, 12);
    expect(rise.midPGreater).toBeCloseTo(fall.midPLess, 12);
  });

  it('says nothing when nothing happened', () => {
    expect(betaBinomialRateTest(0, 60, 0, 180, 20).pMid).toBe(1);
  });
});
