import { countInterval } from '../statistics/count-interval.ts';

/** Involvements and pupil-days on roll of one pupil. */
export interface PupilExposure {
  readonly count: number;
  readonly days: number;
}

/** A rate over pupils whose incidents come in runs. */
export interface ClusteredRate {
  readonly count: number;
  readonly days: number;
  /** count / days; 0 without days. */
  readonly rate: number;
  /** 95% interval of the rate. */
  readonly interval: readonly [number, number];
  /** How many times wider the variance is than if every incident were another pupil's; at least 1. */
  readonly clustering: number;
}

/**
 * Incidents per pupil-day with an interval that knows ten incidents of one child are not ten children: the variance
 * of the total is taken between pupils (the sandwich estimate, sum of (y - r e)^2 times n / (n - 1)), and the
 * Byar or exact Poisson limits are those of count / clustering, multiplied back. O(n).
 */
export function clusteredRate(pupils: readonly PupilExposure[]): ClusteredRate {
  const count = pupils.reduce((sum, pupil) => sum + pupil.count, 0);
  const days = pupils.reduce((sum, pupil) => sum + pupil.days, 0);
  const rate = days > 0 ? count / days : 0;
  const n = pupils.length;
  const squares = pupils.reduce((sum, pupil) => sum + (pupil.count - rate * pupil.days) ** 2, 0);
  const clustering = count > 0 && n > 1 ? Math.max(1, (squares * n) / (n - 1) / count) : 1;
  const [low, high] = countInterval(count / clustering);
  const scale = days > 0 ? clustering / days : 0;
  return { count, days, rate, interval: [low * scale, high * scale], clustering };
}

/**
 * Ratio of two clustered rates with its 95% interval on the log scale (delta method, clustered variances). Null
 * when either count is 0: no ratio can be formed.
 */
export function clusteredRatio(
  group: ClusteredRate,
  others: ClusteredRate,
): { readonly ratio: number; readonly interval: readonly [number, number] } | null {
  if (group.count === 0 || others.count === 0) return null;
  const ratio = group.rate / others.rate;
  const spread = 1.959964 * Math.sqrt(group.clustering / group.count + others.clustering / others.count);
  return { ratio, interval: [ratio * Math.exp(-spread), ratio * Math.exp(spread)] };
}
