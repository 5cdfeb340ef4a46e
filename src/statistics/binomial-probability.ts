import { logBeta } from './special-functions/log-beta.ts';

/** Probability of exactly k successes in n trials of probability p. k and n are whole, 0 <= p <= 1. O(1). */
export function binomialProbability(k: number, n: number, p: number): number {
  if (k < 0 || k > n) return 0;
  if (p <= 0) return k === 0 ? 1 : 0;
  if (p >= 1) return k === n ? 1 : 0;
  const logChoose = -Math.log(n + 1) - logBeta(n - k + 1, k + 1);
  return Math.exp(logChoose + k * Math.log(p) + (n - k) * Math.log1p(-p));
}
