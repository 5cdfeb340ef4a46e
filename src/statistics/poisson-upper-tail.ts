import { incompleteGamma } from './special-functions/incomplete-gamma.ts';

/**
 * Probability that a Poisson count with mean mu is k or more. Taken from the incomplete gamma function directly:
 * one minus the lower tail would lose every digit of a small answer. k is a whole number, mu >= 0. O(1).
 */
export function poissonUpperTail(k: number, mu: number): number {
  if (k <= 0) return 1;
  return mu === 0 ? 0 : incompleteGamma(mu, k);
}
