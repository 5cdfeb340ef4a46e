import quantile from '@stdlib/stats-base-dists-gamma-quantile';
import { gammaKernel } from './gamma-kernel.ts';
import { incompleteGamma, incompleteGammaUpper, LARGE } from './incomplete-gamma.ts';

/** Newton's steps from the library's value; two or three are enough. */
const MOST_STEPS = 20;

/**
 * The x below which a Gamma(shape, rate) lies with probability p; shape and rate > 0. Large ones are the library's
 * value put right, because it rests on an incomplete gamma function that is wrong there.
 */
export function gammaQuantile(p: number, shape: number, rate: number): number {
  const start = quantile(p, shape, 1);
  if (start < LARGE || !Number.isFinite(start)) return quantile(p, shape, rate);
  let x = start;
  for (let step = 0; step < MOST_STEPS; step += 1) {
    // The smaller tail keeps its digits.
    const above = p <= 0.5 ? incompleteGamma(x, shape) - p : 1 - p - incompleteGammaUpper(x, shape);
    const move = (above * x) / (shape * gammaKernel(shape, x));
    x -= move;
    if (Math.abs(move) <= 1e-15 * x) break;
  }
  return x / rate;
}
