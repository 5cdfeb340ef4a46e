import gammainc from '@stdlib/math-base-special-gammainc';

/** Regularised lower incomplete gamma function P(a, x): probability that a Gamma(a, rate 1) is at most x. */
export const incompleteGamma = (x: number, a: number): number => gammainc(x, a, true, false);

/** Regularised upper incomplete gamma function Q(a, x), computed as itself so that small tails keep their digits. */
export const incompleteGammaUpper = (x: number, a: number): number => gammainc(x, a, true, true);
