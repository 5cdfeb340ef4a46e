import { incompleteGammaUpper } from './special-functions/incomplete-gamma.ts';

/** Probability that a Poisson count with mean mu is k or fewer. k is a whole number, mu >= 0. O(1). */
export function poissonLowerTail(k: number, mu: number): number {
  if (k < 0) return 0;
  return mu === 0 ? 1 : incompleteGammaUpper(mu, k + 1);
}
