import { incompleteBeta } from './special-functions/incomplete-beta.ts';

/**
 * Probability that a negative binomial count with mean mu and size (variance mu + mu^2 / size) is k or more.
 * Size need not be whole. From the incomplete beta function directly, so small tails keep their digits. O(1).
 */
export function negativeBinomialUpperTail(k: number, mu: number, size: number): number {
  if (k <= 0) return 1;
  return mu === 0 ? 0 : incompleteBeta(mu / (size + mu), k, size);
}
