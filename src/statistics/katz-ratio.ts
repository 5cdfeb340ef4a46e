import { normalQuantile } from './special-functions/normal-quantile.ts';

export interface RiskRatio {
  /** (a / (a + b)) / (c / (c + d)); null when both groups have none, Infinity when only the comparison has none. */
  readonly rr: number | null;
  /** Katz log limits; null when a or c is 0, where the formula has none. */
  readonly ciLower: number | null;
  readonly ciUpper: number | null;
  readonly sampleOddsRatio: number | null;
  /** Woolf limits; null when any cell is 0. */
  readonly orLower: number | null;
  readonly orUpper: number | null;
}

function quotient(top: number, bottom: number): number | null {
  if (bottom > 0) return top / bottom;
  return top > 0 ? Number.POSITIVE_INFINITY : null;
}

function logInterval(ratio: number | null, error: number): [number | null, number | null] {
  return ratio === null || !Number.isFinite(error)
    ? [null, null]
    : [ratio * Math.exp(-error), ratio * Math.exp(error)];
}

/**
 * Risk ratio of a group, a with and b without, against a comparison, c with and d without, with Katz's log interval;
 * and the odds ratio with Woolf's. Counts pupils, not incidents: ten incidents of one child are not ten children.
 * Use Fisher's exact test when any expected count is under 5. Both groups must have somebody in them. O(1).
 * Reference: Katz et al. (1978), Biometrics 34:469; Woolf (1955).
 */
export function katzRatio(a: number, b: number, c: number, d: number, confidence = 0.95): RiskRatio {
  const z = normalQuantile(1 - (1 - confidence) / 2);
  const rr = quotient(a * (c + d), c * (a + b));
  const odds = quotient(a * d, b * c);
  const [ciLower, ciUpper] = logInterval(rr, z * Math.sqrt(1 / a - 1 / (a + b) + 1 / c - 1 / (c + d)));
  const [orLower, orUpper] = logInterval(odds, z * Math.sqrt(1 / a + 1 / b + 1 / c + 1 / d));
  return { rr, ciLower, ciUpper, sampleOddsRatio: odds, orLower, orUpper };
}
