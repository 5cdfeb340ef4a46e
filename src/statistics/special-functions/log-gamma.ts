import gammaln from '@stdlib/math-base-special-gammaln';

/** Natural logarithm of the gamma function, x > 0; ln((x - 1)!) for whole x. */
export function logGamma(x: number): number {
  return gammaln(x);
}
