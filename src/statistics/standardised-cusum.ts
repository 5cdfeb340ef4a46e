export interface StandardisedCusum {
  readonly cusum: readonly number[];
  readonly alarm: readonly boolean[];
}

/** Mean, reference value and limit in standard deviations, and how counts are made nearly normal. */
export interface StandardisedCusumOptions {
  readonly mean: number;
  readonly k: number;
  readonly h: number;
  readonly transform: 'standard' | 'rossi';
}

/**
 * CUSUM of counts made nearly standard normal: S = max(0, S + z - k), alarm while S >= h. 'standard' is (x - m) /
 * sqrt(m); 'rossi', (x - 3m + 2 sqrt(x m)) / (2 sqrt(m)), is closer to normal at small means. mean > 0. O(n).
 * Reference: Rossi, Lampugnani & Marchi (1999), Statistics in Medicine 18:2111.
 */
export function standardisedCusum(
  counts: readonly number[],
  { mean, k, h, transform }: StandardisedCusumOptions,
): StandardisedCusum {
  const root = Math.sqrt(mean);
  const score = (x: number) =>
    transform === 'standard' ? (x - mean) / root : (x - 3 * mean + 2 * Math.sqrt(x * mean)) / (2 * root);
  let sum = 0;
  const cusum = counts.map((count) => {
    sum = Math.max(0, sum + score(count) - k);
    return sum;
  });
  return { cusum, alarm: cusum.map((value) => value >= h) };
}
