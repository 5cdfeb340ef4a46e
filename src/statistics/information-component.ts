import { gammaQuantile } from './special-functions/gamma-quantile.ts';

export interface InformationComponent {
  /** log2 of the shrunken ratio: 1 means about twice as often as expected. */
  readonly ic: number;
  /** Lower and upper ends of the 95 % interval. */
  readonly ic025: number;
  readonly ic975: number;
}

/**
 * How much oftener than expected something is recorded, on a log2 scale, pulled towards 0 by `shrinkage` in both
 * numbers. The limits are quantiles of Gamma(observed + k, rate expected + k). With k = 1/2 the lower limit cannot
 * pass 0 before the third event, and then only if fewer than .345 were expected. O(1).
 * Reference: Noren, Hopstadius & Bate (2013), Statistical Methods in Medical Research 22:57.
 */
export function informationComponent(
  observed: number,
  expected: number,
  shrinkage = 0.5,
): InformationComponent {
  const [a, b] = [observed + shrinkage, expected + shrinkage];
  return {
    ic: Math.log2(a / b),
    ic025: Math.log2(gammaQuantile(0.025, a, b)),
    ic975: Math.log2(gammaQuantile(0.975, a, b)),
  };
}
