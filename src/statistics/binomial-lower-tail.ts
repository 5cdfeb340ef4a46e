import { binomialUpperTail } from './binomial-upper-tail.ts';

/** Probability of k or fewer successes in n trials of probability p: n - k or more failures. O(1). */
export function binomialLowerTail(k: number, n: number, p: number): number {
  return binomialUpperTail(n - k, n, 1 - p);
}
