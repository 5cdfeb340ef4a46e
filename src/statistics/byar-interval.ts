import { normalQuantile } from './special-functions/normal-quantile.ts';

/** Byar's formula at one end: the cube-root approximation to a chi-squared quantile. */
function byar(x: number, z: number): number {
  return x * (1 - 1 / (9 * x) + z / (3 * Math.sqrt(x))) ** 3;
}

/**
 * Byar's interval for the mean of a Poisson count: good from about ten on. Lower limit 0 for a count of 0. O(1).
 * Reference: Breslow & Day (1987), Statistical Methods in Cancer Research II, eq. 2.12 and 2.13.
 */
export function byarInterval(x: number, confidence = 0.95): [number, number] {
  const z = normalQuantile(1 - (1 - confidence) / 2);
  return [x === 0 ? 0 : byar(x, -z), byar(x + 1, z)];
}
