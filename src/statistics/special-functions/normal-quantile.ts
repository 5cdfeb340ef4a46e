import quantile from '@stdlib/stats-base-dists-normal-quantile';

/** The z below which a standard normal lies with probability p. */
export function normalQuantile(p: number): number {
  return quantile(p, 0, 1);
}
