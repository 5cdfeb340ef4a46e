import { binomialLowerTail } from './binomial-lower-tail.ts';
import { binomialProbability } from './binomial-probability.ts';
import { binomialUpperTail } from './binomial-upper-tail.ts';
import type { PoissonRateComparison } from './poisson-rate-comparison.ts';
import { rateRatioInterval } from './rate-ratio-interval.ts';

export interface PoissonRateTest {
  /** Minimum-likelihood p, as R's poisson.test. It can disagree with the interval: decide by pCentral or mid-p. */
  readonly pTwoSided: number;
  /** Evidence that the first rate is the higher. */
  readonly pGreater: number;
  readonly pLess: number;
  /** Twice the smaller one-sided p: agrees with the interval. */
  readonly pCentral: number;
  /** Twice the smaller tail, counting half of the observed value itself. */
  readonly pMidTwoSided: number;
  /** (x1 / t1) / (x2 / t2); null when nothing happened at all. */
  readonly rateRatio: number | null;
  /** Conditional Clopper-Pearson limits of the ratio: 0 and Infinity at empty cells. */
  readonly ciLower: number;
  readonly ciUpper: number;
  readonly ciLower90: number;
  readonly ciUpper90: number;
}

/** Float noise must not split two outcomes that are equally likely; R's binom.test uses the same allowance. */
const TIE = 1 + 1e-7;

/** Least k from low on for which the test holds; it must stay true once it is. One past high when it never does. */
function firstWhere(low: number, high: number, test: (k: number) => boolean): number {
  let [from, to] = [low, high + 1];
  while (from < to) {
    const middle = Math.floor((from + to) / 2);
    if (test(middle)) to = middle;
    else from = middle + 1;
  }
  return from;
}

/** The observed tail, and of the other tail what is no likelier than the observed value. */
function minimumLikelihoodP(x: number, n: number, share: number): number {
  const limit = binomialProbability(x, n, share) * TIE;
  const asUnlikely = (k: number) => binomialProbability(k, n, share) <= limit;
  const centre = n * share;
  if (x === centre) return 1;
  if (x < centre) {
    const from = firstWhere(Math.ceil(centre), n, asUnlikely);
    return binomialLowerTail(x, n, share) + binomialUpperTail(from, n, share);
  }
  const from = firstWhere(0, Math.floor(centre), (k) => !asUnlikely(k));
  return binomialLowerTail(from - 1, n, share) + binomialUpperTail(x, n, share);
}

/**
 * Exact conditional comparison of two Poisson rates. If the rates are equal, then of the n = x1 + x2 events each
 * fell in the first period with probability t1 / (t1 + t2), so x1 is binomial. O(ln n).
 * With no event at all every p is 1 and the ratio is null. Reference: Przyborowski & Wilenski (1940); R poisson.test;
 * Fay (2010) on why the two-sided p and the interval of poisson.test can disagree.
 */
export function poissonRateTest({ x1, t1, x2, t2 }: PoissonRateComparison): PoissonRateTest {
  const n = x1 + x2;
  const share = t1 / (t1 + t2);
  const pGreater = binomialUpperTail(x1, n, share);
  const pLess = binomialLowerTail(x1, n, share);
  const half = binomialProbability(x1, n, share) / 2;
  const [ciLower, ciUpper] = rateRatioInterval({ x1, t1, x2, t2 }, 0.95);
  const [ciLower90, ciUpper90] = rateRatioInterval({ x1, t1, x2, t2 }, 0.9);
  return {
    pTwoSided: n === 0 ? 1 : Math.min(1, minimumLikelihoodP(x1, n, share)),
    pGreater,
    pLess,
    pCentral: Math.min(1, 2 * Math.min(pGreater, pLess)),
    pMidTwoSided: n === 0 ? 1 : Math.min(1, 2 * Math.min(pGreater - half, pLess - half)),
    rateRatio: n === 0 ? null : x2 === 0 ? Number.POSITIVE_INFINITY : x1 / t1 / (x2 / t2),
    ciLower,
    ciUpper,
    ciLower90,
    ciUpper90,
  };
}
