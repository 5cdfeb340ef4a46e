import { poissonLowerTail } from './poisson-lower-tail.ts';
import { normalQuantile } from './special-functions/normal-quantile.ts';

/**
 * Least count whose lower tail reaches p, for a Poisson with mean mu >= 0 and 0 <= p < 1. Starts at the normal guess and
 * walks. The allowance of 64 float steps is R's qpois: a tail equal to p but for rounding counts as reaching it.
 * O(steps), few.
 */
export function poissonQuantile(p: number, mu: number): number {
  if (mu === 0 || p <= 0) return 0;
  const reaches = (k: number) => poissonLowerTail(k, mu) >= p * (1 - 64 * Number.EPSILON);
  let k = Math.max(0, Math.round(mu + normalQuantile(p) * Math.sqrt(mu)));
  while (k > 0 && reaches(k - 1)) k--;
  while (!reaches(k)) k++;
  return k;
}
