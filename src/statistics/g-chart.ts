import { median } from './median.ts';

export interface GChart {
  readonly mean: number;
  readonly median: number;
  /** mean plus and minus three geometric standard deviations; the lower one stops at 0. */
  readonly upper3s: number;
  readonly lower3s: number;
  /** Chance of an incident on a day, 1 / (mean + 1). */
  readonly pGeom: number;
  /** .135 % and 99.865 % points of the geometric distribution, in whole days: honest limits for so skew a thing. */
  readonly quantLower: number;
  readonly quantUpper: number;
}

const THREE_SIGMA_TAIL = 0.00135;

/** Least g such that g or fewer quiet days has probability p; the tiny allowance is R's, against float noise. */
function geometricQuantile(p: number, chance: number): number {
  return chance >= 1 ? 0 : Math.max(0, Math.ceil(Math.log1p(-p) / Math.log1p(-chance) - 1 - 1e-12));
}

/**
 * g chart of gaps: school days between incidents, 0 for the same day. Good for 'how long since the last one' of rare
 * things; weak for noticing a rise. Needs about ten gaps; null for none. O(n log n).
 * Reference: Benneyan (2001), Health Care Management Science 4:305; qicharts2 qic.g.
 */
export function gChart(gaps: readonly number[]): GChart | null {
  const middle = median(gaps);
  if (middle === null) return null;
  const mean = gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length;
  const spread = 3 * Math.sqrt(mean * (mean + 1));
  const pGeom = 1 / (mean + 1);
  return {
    mean,
    median: middle,
    upper3s: mean + spread,
    lower3s: Math.max(0, mean - spread),
    pGeom,
    quantLower: geometricQuantile(THREE_SIGMA_TAIL, pGeom),
    quantUpper: geometricQuantile(1 - THREE_SIGMA_TAIL, pGeom),
  };
}
