export interface RateChart {
  /** Overall rate per unit of size. */
  readonly centre: number;
  /** How much wider than Poisson the points spread; 1 for a plain u chart. */
  readonly sigmaZ: number;
  readonly upper: readonly number[];
  readonly lower: readonly number[];
}

/** Mean moving range of independent standard normals. */
const D2 = 1.128;

/**
 * Laney u' chart of counts over sizes (pupils, pupil-days): centre plus and minus 3 sigma_z sqrt(centre / size), where
 * sigma_z is the mean moving range of the standardised points over 1.128. The right chart for a whole school, whose
 * weeks vary more than Poisson. `laney: false` gives the plain u chart. Lower limits stop at 0. Sizes > 0; null with
 * fewer than two points or no events. O(n). Reference: Laney (2002), Quality Engineering 14:531; qicharts2 qic.up.
 */
export function laneyUPrime(
  counts: readonly number[],
  sizes: readonly number[],
  { laney = true }: { readonly laney?: boolean } = {},
): RateChart | null {
  const [events, size] = [counts, sizes].map((list) => list.reduce((sum, value) => sum + value, 0));
  if (counts.length < 2 || !events || !size) return null;
  const centre = events / size;
  const errors = sizes.map((n) => Math.sqrt(centre / n));
  const z = counts.map((count, i) => (count / (sizes[i] ?? 1) - centre) / (errors[i] ?? 1));
  const ranges = z.slice(1).map((value, i) => Math.abs(value - (z[i] ?? value)));
  const sigmaZ = laney ? ranges.reduce((sum, value) => sum + value, 0) / ranges.length / D2 : 1;
  return {
    centre,
    sigmaZ,
    upper: errors.map((error) => centre + 3 * sigmaZ * error),
    lower: errors.map((error) => Math.max(0, centre - 3 * sigmaZ * error)),
  };
}
