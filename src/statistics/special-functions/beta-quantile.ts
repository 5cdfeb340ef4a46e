import quantile from '@stdlib/stats-base-dists-beta-quantile';

/** The x below which a Beta(a, b) lies with probability p; a and b > 0. */
export function betaQuantile(p: number, a: number, b: number): number {
  return quantile(p, a, b);
}
