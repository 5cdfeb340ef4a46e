import betainc from '@stdlib/math-base-special-betainc';

/** Regularised lower incomplete beta function I_x(a, b): probability that a Beta(a, b) is at most x. */
export function incompleteBeta(x: number, a: number, b: number): number {
  return betainc(x, a, b, true, false);
}
