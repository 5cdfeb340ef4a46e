import { normalTail } from './normal-tail.ts';
import { incompleteBeta } from './special-functions/incomplete-beta.ts';

/** Probability that Student's t with so many degrees of freedom (> 0, Infinity for the normal) is above t. O(1). */
export function studentTail(t: number, freedom: number): number {
  if (freedom === Number.POSITIVE_INFINITY || freedom > 1e6) return normalTail(t);
  const half = incompleteBeta(freedom / (freedom + t * t), freedom / 2, 0.5) / 2;
  return t >= 0 ? half : 1 - half;
}
