import quantile from '@stdlib/stats-base-dists-gamma-quantile';

/** The x below which a Gamma(shape, rate) lies with probability p; shape and rate > 0. */
export const gammaQuantile = (p: number, shape: number, rate: number): number => quantile(p, shape, rate);
