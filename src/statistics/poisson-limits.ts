import { poissonQuantile } from './poisson-quantile.ts';

/**
 * Counts between which a Poisson with the given mean lies with at least the given confidence: the limits of a c chart
 * or funnel that stay true at small counts, where plus or minus three sigmas does not. O(1).
 * Reference: R qpois.
 */
export function poissonLimits(expected: number, confidence = 0.998): [number, number] {
  const tail = (1 - confidence) / 2;
  return [poissonQuantile(tail, expected), poissonQuantile(1 - tail, expected)];
}
