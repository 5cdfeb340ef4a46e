import { poissonQuantile } from './poisson-quantile.ts';
import type { PoissonRateComparison } from './poisson-rate-comparison.ts';
import { incompleteGammaUpper } from './special-functions/incomplete-gamma.ts';
import { logGamma } from './special-functions/log-gamma.ts';

export interface PoissonETest {
  readonly pTwoSided: number;
  readonly scorePTwoSided: number;
  readonly scoreStatistic: number;
}

/** Pairs of counts rarer than this on either side are left out of the sum. */
const CUT_OFF = 1e-13;

function probabilities(mu: number): number[] {
  return Array.from({ length: poissonQuantile(1 - CUT_OFF, mu) + 1 }, (_, k) =>
    mu === 0 ? 1 : Math.exp(k * Math.log(mu) - mu - logGamma(k + 1)),
  );
}

/**
 * E-test of two Poisson rates: the chance of a score statistic at least as large, summed over pairs of counts with the
 * pooled rate put in. A little more power than the conditional test but no room for wobble, so only a comparison.
 * With no event at all every p is 1. O(x1 x x2). Reference: Krishnamoorthy & Thomson (2004), JSPI 119:23.
 */
export function poissonETest({ x1, t1, x2, t2 }: PoissonRateComparison): PoissonETest {
  const ratio = t1 / t2;
  const score = (a: number, b: number) => (a + b === 0 ? 0 : (a - b * ratio) / Math.sqrt((a + b) * ratio));
  const scoreStatistic = score(x1, x2);
  const pooled = (x1 + x2) / (t1 + t2);
  const [first, second] = [probabilities(pooled * t1), probabilities(pooled * t2)];
  const atLeast = Math.abs(scoreStatistic) * (1 - 1e-12);
  let p = 0;
  first.forEach((chance, a) => {
    second.forEach((other, b) => {
      if (Math.abs(score(a, b)) >= atLeast) p += chance * other;
    });
  });
  return {
    pTwoSided: Math.min(1, p),
    scorePTwoSided: incompleteGammaUpper(scoreStatistic ** 2 / 2, 1 / 2),
    scoreStatistic,
  };
}
