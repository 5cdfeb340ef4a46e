import { gammaQuantile } from './special-functions/gamma-quantile.ts';

/**
 * Exact (Garwood) interval for the mean of a Poisson count: gamma quantiles with shapes x and x + 1. Lower limit 0 for
 * a count of 0. O(1). Reference: Garwood (1936), Biometrika 28:437; R poisson.test(x).
 */
export function poissonExactInterval(x: number, confidence = 0.95): [number, number] {
  const tail = (1 - confidence) / 2;
  return [x === 0 ? 0 : gammaQuantile(tail, x, 1), gammaQuantile(1 - tail, x + 1, 1)];
}
