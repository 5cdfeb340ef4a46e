import { xmrLimits } from './xmr-limits.ts';

export interface TChart {
  readonly centre: number;
  readonly upper: number;
  readonly lower: number;
}

/** Nelson's power, which turns exponential waiting times nearly normal; and the mean moving range of normals. */
const [POWER, D2] = [3.6, 1.128];

/**
 * t chart of times between incidents: an individuals chart of gap^(1/3.6), turned back. null under two gaps, and when
 * two incidents share a time, since a gap of 0 has no place on it (use the g chart). The lower limit stops at 0. O(n).
 * Reference: Nelson (1994), Journal of Quality Technology 26:12; qicharts2 qic.t.
 */
export function tChart(gaps: readonly number[]): TChart | null {
  if (gaps.some((gap) => gap <= 0)) return null;
  const limits = xmrLimits(gaps.map((gap) => gap ** (1 / POWER)));
  if (limits === null) return null;
  const reach = (3 * limits.averageMovingRange) / D2;
  const back = (value: number) => Math.max(0, value) ** POWER;
  return { centre: back(limits.mean), upper: back(limits.mean + reach), lower: back(limits.mean - reach) };
}
