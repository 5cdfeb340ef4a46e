import betaln from '@stdlib/math-base-special-betaln';

/** Natural logarithm of the beta function, a and b > 0; keeps its digits where three log-gammas would cancel. */
export function logBeta(a: number, b: number): number {
  return betaln(a, b);
}
