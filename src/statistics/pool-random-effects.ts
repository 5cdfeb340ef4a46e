import { normalTail } from './normal-tail.ts';
import { normalQuantile } from './special-functions/normal-quantile.ts';

/** One study (school, ward, trial): an estimate on a scale where it is near normal, and its variance, > 0. */
export interface PooledUnit {
  readonly estimate: number;
  readonly variance: number;
}

export interface PooledEstimate {
  readonly estimate: number;
  readonly standardError: number;
  readonly interval: readonly [number, number];
  /** Two-sided. */
  readonly p: number;
  /** Variance of the true values between units; 0 when chance explains the spread. */
  readonly tau2: number;
  /** Cochran's Q, and the share of it beyond chance from 0 to 1. */
  readonly q: number;
  readonly i2: number;
  /** Where the true value of a further unit may lie: the spread between units, not the doubt about the mean. */
  readonly prediction: readonly [number, number];
}

/**
 * Random-effects mean of several estimates by moments, null for none. O(n).
 * Reference: DerSimonian & Laird (1986), Controlled Clinical Trials 7:177; R metafor::rma(method = "DL").
 */
export function poolRandomEffects(units: readonly PooledUnit[]): PooledEstimate | null {
  if (units.length === 0) return null;
  const sum = (value: (unit: PooledUnit) => number): number =>
    units.reduce((total, unit) => total + value(unit), 0);
  const weight = sum(({ variance }) => 1 / variance);
  const fixed = sum(({ estimate, variance }) => estimate / variance) / weight;
  const q = sum(({ estimate, variance }) => (estimate - fixed) ** 2 / variance);
  const spare = weight - sum(({ variance }) => 1 / variance ** 2) / weight;
  const freedom = units.length - 1;
  const tau2 = freedom > 0 && spare > 0 ? Math.max(0, (q - freedom) / spare) : 0;
  const both = sum(({ variance }) => 1 / (variance + tau2));
  const estimate = sum(({ estimate, variance }) => estimate / (variance + tau2)) / both;
  const standardError = Math.sqrt(1 / both);
  const around = (reach: number): readonly [number, number] => [estimate - reach, estimate + reach];
  return {
    estimate,
    standardError,
    interval: around(normalQuantile(0.975) * standardError),
    p: Math.min(1, 2 * normalTail(Math.abs(estimate / standardError))),
    tau2,
    q,
    i2: q > 0 ? Math.max(0, (q - freedom) / q) : 0,
    prediction: around(normalQuantile(0.975) * Math.sqrt(tau2 + 1 / both)),
  };
}
