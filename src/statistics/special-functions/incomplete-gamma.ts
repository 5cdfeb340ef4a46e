import gammainc from '@stdlib/math-base-special-gammainc';

/** Regularised lower incomplete gamma function P(a, x): probability that a Gamma(a, rate 1) is at most x. */
export function incompleteGamma(x: number, a: number): number {
  return gammainc(x, a, true, false);
}

/** Regularised upper incomplete gamma function Q(a, x), computed as itself so that small tails keep their digits. */
export function incompleteGammaUpper(x: number, a: number): number {
  return gammainc(x, a, true, true);
}
