import quantile from '@stdlib/stats-base-dists-gamma-quantile';

/** The x below which a Gamma(shape, rate) lies with probability p; shape and rate > 0. */
export function gammaQuantile(p: number, shape: number, rate: number): number {
  return quantile(p, shape, rate);
}
