import { logBeta } from './special-functions/log-beta.ts';

/**
 * Natural logarithm of the probability that a negative binomial count with mean mu and size is exactly k. O(1).
 * Variance mu + mu^2 / size; size > 0, mu >= 0 (a mean of 0 allows only 0).
 */
export function negativeBinomialLogProbability(k: number, mu: number, size: number): number {
  if (mu === 0) return k === 0 ? 0 : Number.NEGATIVE_INFINITY;
  // By the beta function: log-gammas of a large size cancel to nothing.
  const logWays = k === 0 ? 0 : -logBeta(k, size) - Math.log(k);
  return logWays - size * Math.log1p(mu / size) - k * Math.log1p(size / mu);
}
