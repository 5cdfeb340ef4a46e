import { normalQuantile } from './special-functions/normal-quantile.ts';

export interface EarsOptions {
  /** C1: baseline just before; C2: two periods earlier; C3: C2 with the last two periods' excess added. */
  readonly method: 'C1' | 'C2' | 'C3';
  readonly baseline?: number;
  /** Floor of the standard deviation, C1 and C2: with 0, a flat baseline of nothing alarms on a single incident. */
  readonly minSigma?: number;
  readonly alpha?: number;
}

export interface EarsResult {
  /** First period judged, from 1. */
  readonly firstIndex1Based: number;
  /** null where the baseline is flat and C3 divides by 0. */
  readonly upperBound: readonly (number | null)[];
  readonly alarm: readonly (boolean | null)[];
}

const C2_GAP = 2;

function meanAndDeviation(values: readonly number[]): [number, number] {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return [mean, Math.sqrt(squares / (values.length - 1))];
}

/**
 * CDC Early Aberration Reporting System: is this period above the mean of the `baseline` periods before it plus
 * z(1 - alpha) standard deviations? A chart method of disease surveillance, kept as a reference: on quiet pupils it
 * alarms in about half of all terms unless minSigma is 1. O(n x baseline).
 * Reference: Hutwagner et al. (2003), Journal of Urban Health 80:i89; R surveillance earsC.
 */
export function ears(
  counts: readonly number[],
  { method, baseline = 7, minSigma = 0, alpha = method === 'C3' ? 0.025 : 0.001 }: EarsOptions,
): EarsResult {
  const z = normalQuantile(1 - alpha);
  const gap = method === 'C1' ? 0 : C2_GAP;
  const judge = (t: number): [number, number] => {
    const [mean, deviation] = meanAndDeviation(counts.slice(t - gap - baseline, t - gap));
    return [mean, method === 'C3' ? deviation : Math.max(deviation, minSigma)];
  };
  /** By how much a period's C2 score passed 1; not a number after a flat baseline. */
  const excess = (t: number): number => {
    const [mean, deviation] = judge(t);
    return Math.max(0, ((counts[t] ?? 0) - mean) / deviation - 1);
  };
  const first = baseline + gap + (method === 'C3' ? C2_GAP : 0);
  const upperBound = counts.slice(first).map((count, i) => {
    const t = first + i;
    const [mean, deviation] = judge(t);
    if (method !== 'C3') return mean + z * deviation;
    const bound = count + deviation * (z - excess(t - 1) - excess(t - 2));
    return Number.isFinite(bound) ? Math.max(0, bound) : null;
  });
  return {
    firstIndex1Based: first + 1,
    upperBound,
    alarm: upperBound.map((bound, i) => (bound === null ? null : (counts[first + i] ?? 0) > bound)),
  };
}
