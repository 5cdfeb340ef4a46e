import stdlibDigamma from '@stdlib/math-base-special-digamma';

/** Derivative of the log-gamma function, x > 0: the mean of ln X is digamma(shape) - ln(rate) for a gamma X. */
export function digamma(x: number): number {
  return stdlibDigamma(x);
}
