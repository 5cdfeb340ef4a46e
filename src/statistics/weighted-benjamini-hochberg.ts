import { benjaminiHochberg } from './benjamini-hochberg.ts';

/**
 * q-values where some tests of the family are more likely to show something than others: each p is divided by its
 * weight (mean 1 over the whole family, so that the false discovery rate is that of the unweighted procedure), then
 * adjusted as usual. A weight may rest on anything but the outcome tested: on how many incidents there were in all,
 * not on how they are split.
 *
 * `mean` is the mean weight of the full family of `m` tests; without it that of the weights given. O(n log n).
 * Reference: Genovese, Roeder & Wasserman (2006), Biometrika 93:509.
 */
export function weightedBenjaminiHochberg(
  p: readonly number[],
  weights: readonly number[],
  m = p.length,
  mean = weights.reduce((sum, one) => sum + one, 0) / Math.max(1, weights.length),
): number[] {
  if (weights.length !== p.length) throw new RangeError(`${weights.length} weights for ${p.length} p-values`);
  return benjaminiHochberg(
    p.map((one, at) => {
      const weight = (weights[at] ?? 0) / mean;
      return weight > 0 ? Math.min(1, one / weight) : 1;
    }),
    m,
  );
}
