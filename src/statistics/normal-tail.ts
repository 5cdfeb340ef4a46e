import { incompleteGammaUpper } from './special-functions/incomplete-gamma.ts';

/** Probability that a standard normal is above z, computed as a tail so that it keeps its digits. O(1). */
export function normalTail(z: number): number {
  const half = incompleteGammaUpper((z * z) / 2, 0.5) / 2;
  return z >= 0 ? half : 1 - half;
}
