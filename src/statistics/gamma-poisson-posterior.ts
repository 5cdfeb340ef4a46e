import { gammaQuantile } from './special-functions/gamma-quantile.ts';
import { incompleteGamma, incompleteGammaUpper } from './special-functions/incomplete-gamma.ts';

export interface GammaPoissonPosterior {
  /** Shrunken ratio of observed to expected. */
  readonly mean: number;
  /** 5 % and 95 % points of the ratio. */
  readonly interval90: readonly [number, number];
  /** Probability that the true ratio is at most the given one: the error of saying it is above. */
  readonly errorBelow: (ratio: number) => number;
  /** Probability that the true ratio is above the given one. */
  readonly above: (ratio: number) => number;
}

/**
 * What is known of one pupil's ratio after seeing `observed` where `expected` was usual: Gamma(shape + observed,
 * rate + expected). Small counts are pulled towards 1, so one bad day does not lead the list. The rate equals the
 * shape unless given (prior mean 1). O(1). Reference: DuMouchel (1999), with one gamma in place of two.
 */
export function gammaPoissonPosterior(
  observed: number,
  expected: number,
  shape: number,
  rate = shape,
): GammaPoissonPosterior {
  const [a, b] = [shape + observed, rate + expected];
  return {
    mean: a / b,
    // Worked out when asked for: thousands of pupils are judged by their error alone.
    get interval90() {
      return [gammaQuantile(0.05, a, b), gammaQuantile(0.95, a, b)] as const;
    },
    errorBelow: (ratio) => incompleteGamma(b * ratio, a),
    above: (ratio) => incompleteGammaUpper(b * ratio, a),
  };
}
