import type { Change, HeadlineRow, PeriodCounts } from '../incident/analysis.ts';
import { benjaminiHochberg } from '../statistics/benjamini-hochberg.ts';
import { compareRates, settleUnclear } from './compare-rates.ts';
import { measureCount, readHeadlineMeasures } from './headline-measures.ts';

/** Share of the rows called a change that may be false alarms, in each comparison (detection.md 7). */
export const MAX_FALSE_DISCOVERIES = 0.1;

/** The periods that a headline compares; null where the record does not reach. */
export interface ComparedCounts {
  readonly now: PeriodCounts;
  readonly previous: PeriodCounts | null;
  readonly lastYear: PeriodCounts | null;
}

/**
 * The headline table: each measure in this period against the term before and the same term last year, per school
 * day. `dispersion` gives, by measure code, how much more the weeks jump about than chance alone (1 when missing).
 * A row is called up or down only if its own test says so and it stays when false alarms over all rows of that
 * comparison are held to one in ten. Measures that were never recorded in any period but the first are kept: none
 * recorded is said, not left out.
 */
export function compareHeadline(
  { now, previous, lastYear }: ComparedCounts,
  dispersion: ReadonlyMap<string, number>,
): HeadlineRow[] {
  const before = compareAll(now, previous, dispersion);
  const yearAgo = compareAll(now, lastYear, dispersion);
  return readHeadlineMeasures().map((measure, index) => ({
    code: measure.code,
    title: measure.title,
    now: measureCount(measure, now),
    previous: before[index] ?? null,
    last_year: yearAgo[index] ?? null,
  }));
}

function compareAll(
  now: PeriodCounts,
  other: PeriodCounts | null,
  dispersion: ReadonlyMap<string, number>,
): Change[] {
  if (other === null) return [];
  const measures = readHeadlineMeasures();
  const spread = (code: string): number => Math.max(1, dispersion.get(code) ?? 1);
  const changes = measures.map((measure) =>
    compareRates(
      { count: measureCount(measure, now), days: now.school_days },
      { count: measureCount(measure, other), days: other.school_days },
      spread(measure.code),
    ),
  );
  const tested = changes.flatMap((change, index) => (change.p === null ? [] : [{ index, p: change.p }]));
  const q = benjaminiHochberg(tested.map(({ p }) => p));
  const doubtful = new Set(
    tested.filter((_, i) => (q[i] ?? 1) > MAX_FALSE_DISCOVERIES).map(({ index }) => index),
  );
  return changes.map((change, index) => {
    if (!doubtful.has(index) || (change.verdict !== 'up' && change.verdict !== 'down')) return change;
    const measure = measures[index];
    const count = measure === undefined ? 0 : measureCount(measure, now);
    const D = spread(measure?.code ?? '');
    return {
      ...change,
      verdict: settleUnclear(now.school_days, other.school_days, count + change.count, D),
    };
  });
}
