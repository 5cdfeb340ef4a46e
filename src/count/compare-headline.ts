import type { Change, HeadlineRow, PeriodCounts } from '../incident/analysis.ts';
import { benjaminiHochberg } from '../statistics/benjamini-hochberg.ts';
import { ALPHA, compareRates, MIN_INCIDENTS, settleUnclear } from './compare-rates.ts';
import { NOT_RECORDED } from './count-period.ts';
import { measureCount, readHeadlineMeasures } from './headline-measures.ts';

/** Share of the rows called a change that may be false alarms, in each comparison (detection.md 7). */
const MAX_FALSE_DISCOVERIES = 0.1;

/** The periods that a headline compares; null where the record does not reach. */
export interface ComparedCounts {
  readonly now: PeriodCounts;
  readonly previous: PeriodCounts | null;
  readonly lastYear: PeriodCounts | null;
}

/** One row to compare: how to read it, and how much more its weeks jump about than chance (1 for Poisson). */
interface ComparedMeasure {
  readonly code: string;
  readonly title: string;
  readonly read: (counts: PeriodCounts) => number;
  readonly dispersion: number;
  /** Judged by itself, not as one of many: the total is the one thing everybody asks about. */
  readonly alone: boolean;
}

/**
 * The headline table: each measure in this period against the term before and the same term last year, per school
 * day. `dispersion` gives, by measure code, how much more the weeks jump about than chance alone (1 when missing).
 * A row is called up or down only if its own test says so and, but for the total, if it stays when false alarms over
 * all rows of that comparison are held to one in ten. Measures never recorded are kept: none recorded is said.
 */
export function compareHeadline(
  compared: ComparedCounts,
  dispersion: ReadonlyMap<string, number>,
): HeadlineRow[] {
  return compareMeasures(
    compared,
    readHeadlineMeasures().map((measure) => ({
      code: measure.code,
      title: measure.title,
      read: (counts) => measureCount(measure, counts),
      dispersion: Math.max(1, dispersion.get(measure.code) ?? 1),
      alone: measure.from === 'all',
    })),
  );
}

/**
 * The same for each recorded category with at least six incidents in this period and a comparison together, most
 * recorded first: a family of tests of its own.
 */
export function compareCategories(
  compared: ComparedCounts,
  dispersion: ReadonlyMap<string, number>,
): HeadlineRow[] {
  const { now, previous, lastYear } = compared;
  const periods = [now, previous, lastYear].filter((counts) => counts !== null);
  const names = [...new Set(periods.flatMap(({ categories }) => Object.keys(categories)))];
  const read = (counts: PeriodCounts | null, name: string): number => counts?.categories[name] ?? 0;
  const enough = names.filter(
    (name) =>
      name !== NOT_RECORDED &&
      read(now, name) + Math.max(read(previous, name), read(lastYear, name)) >= MIN_INCIDENTS,
  );
  return compareMeasures(
    compared,
    enough
      .sort((a, b) => read(now, b) - read(now, a) || (a < b ? -1 : 1))
      .map((name) => ({
        code: name,
        title: name,
        read: (counts) => read(counts, name),
        dispersion: Math.max(1, dispersion.get(name) ?? 1),
        alone: false,
      })),
  );
}

function compareMeasures(
  { now, previous, lastYear }: ComparedCounts,
  measures: readonly ComparedMeasure[],
): HeadlineRow[] {
  const before = compareAll(measures, now, previous);
  const yearAgo = compareAll(measures, now, lastYear);
  return measures.map((measure, index) => ({
    code: measure.code,
    title: measure.title,
    now: measure.read(now),
    previous: before[index] ?? null,
    last_year: yearAgo[index] ?? null,
  }));
}

function compareAll(
  measures: readonly ComparedMeasure[],
  now: PeriodCounts,
  other: PeriodCounts | null,
): Change[] {
  if (other === null) return [];
  const compared = measures.map((measure) => ({
    measure,
    change: compareRates(
      { count: measure.read(now), days: now.school_days },
      { count: measure.read(other), days: other.school_days },
      measure.dispersion,
    ),
  }));
  const family = compared.filter(({ measure, change }) => !measure.alone && change.p !== null);
  const chances = family.map(({ change }) => change.p ?? 1);
  const places = new Map(family.map(({ change }, at) => [change, at]));
  return compared.map(({ measure, change }) => {
    const at = places.get(change);
    if (at === undefined) return change;
    const shows = (p: number): boolean => p < ALPHA && qOf(chances.with(at, p), at) <= MAX_FALSE_DISCOVERIES;
    if (shows(change.p ?? 1) && (change.verdict === 'up' || change.verdict === 'down')) return change;
    const n = measure.read(now) + change.count;
    return {
      ...change,
      verdict: settleUnclear(now.school_days, other.school_days, n, measure.dispersion, shows),
    };
  });
}

function qOf(chances: readonly number[], at: number): number {
  return benjaminiHochberg(chances)[at] ?? 1;
}
