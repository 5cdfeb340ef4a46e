import { incompleteBeta } from './special-functions/incomplete-beta.ts';

/**
 * Probability of k or more successes in n trials of probability p, from the incomplete beta function directly
 * (never one minus the lower tail). k and n are whole, 0 <= p <= 1. O(1).
 */
export function binomialUpperTail(k: number, n: number, p: number): number {
  if (k <= 0) return 1;
  if (k > n || p <= 0) return 0;
  // Most pairs of pupils met once: that needs no incomplete beta.
  if (k === 1 && p < 1) return -Math.expm1(n * Math.log1p(-p));
  return p >= 1 ? 1 : incompleteBeta(p, k, n - k + 1);
}
