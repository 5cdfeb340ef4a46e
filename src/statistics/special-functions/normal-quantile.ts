import quantile from '@stdlib/stats-base-dists-normal-quantile';

/** The z below which a standard normal lies with probability p. */
export const normalQuantile = (p: number): number => quantile(p, 0, 1);
