import type { PoissonRateComparison } from './poisson-rate-comparison.ts';
import { betaQuantile } from './special-functions/beta-quantile.ts';

/** Highest odds p / (1 - p) still in keeping with `events` against `others`, at one tail of probability `tail`. */
function upperOdds(events: number, others: number, tail: number): number {
  if (others === 0) return Number.POSITIVE_INFINITY;
  // The quantile of the other side, so that 1 - p keeps its digits when p is near 1.
  const rest = betaQuantile(tail, others, events + 1);
  return (1 - rest) / rest;
}

/**
 * Conditional (Clopper-Pearson) interval for the ratio of two Poisson rates: limits for the binomial share of the
 * first period, turned into odds and divided by the exposures' ratio. The lower limit is 0 when x1 is 0, the upper
 * Infinity when x2 is 0: print 'at least'. O(1). Reference: R poisson.test.
 */
export function rateRatioInterval(
  { x1, t1, x2, t2 }: PoissonRateComparison,
  confidence: number,
): [number, number] {
  const tail = (1 - confidence) / 2;
  const exposures = t2 / t1;
  return [exposures / upperOdds(x2, x1, tail), exposures * upperOdds(x1, x2, tail)];
}
