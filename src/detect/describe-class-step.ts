import { addDays, formatDayMonthYear } from '../calendar/iso-date.ts';
import { saySpan } from '../calendar/say-span.ts';
import type { Finding } from '../incident/finding.ts';
import { rateRatioInterval } from '../statistics/rate-ratio-interval.ts';
import { countOf, describeExpected, describeInterval, describeRatio } from './describe-numbers.ts';
import type { DetectionContext } from './detection-context.ts';
import type { ClassStep } from './find-class-steps.ts';
import { makeFinding } from './make-finding.ts';

/** A step that is listed, with how likely chance alone would show it and how likely the list to it is wrong. */
export interface FoundStep {
  readonly step: ClassStep;
  readonly p: number;
  readonly q: number;
}

/** Tells a class's step as a finding: how much, since when, how sure, and whether it is one pupil or many. */
export function describeClassStep(
  { record }: DetectionContext,
  { step: { className, year, series, point }, p, q }: FoundStep,
  tier: Finding['tier'],
  caution: string,
): Finding {
  const index = point.index ?? 0;
  const n = series.counts.length;
  const [x1, t1] = [sumOf(series.counts, index, n), sumOf(series.exposure, index, n)];
  const [x2, t2] = [sumOf(series.counts, 0, index), sumOf(series.exposure, 0, index)];
  const expected = (x2 * t1) / t2;
  const interval = rateRatioInterval({ x1, t1, x2, t2 }, 0.95);
  const from = series.weeks[index] ?? '';
  const firstDay = series.firstDay[index] ?? 0;
  const started = {
    from: series.weeks[point.within192[0] ?? index] ?? from,
    to: series.weeks[point.within192.at(-1) ?? index] ?? from,
  };
  const isAfter = (_: unknown, at: number): boolean => (series.incidents[at]?.day ?? -1) >= firstDay;
  const after = series.incidents.filter(isAfter);
  const up = x1 > expected;
  const bounds = [interval[0], Number.isFinite(interval[1]) ? interval[1] : null] as const;
  const said = {
    ratio: describeRatio(x1 / expected, bounds),
    weekly: sayWeekly({ before: x2 / index, since: x1 / (n - index), usual: expected / (n - index) }),
    interval: describeInterval(bounds),
    started,
    from,
    rest: [
      'The rhythm of the rest of the school is allowed for.',
      up ? pupilsText(series.pupils.filter(isAfter)) : '',
      caution,
    ],
  };
  return makeFinding({
    kind: 'class_trend',
    subject: className,
    category: null,
    direction: up ? 'up' : 'down',
    from,
    to: record.days[year.last] ?? '',
    comparison: { from: record.days[year.first] ?? '', to: addDays(from, -1) },
    tier,
    observed: x1,
    expected,
    interval,
    p,
    q,
    started,
    sentence: `${className}: ${sayFully(said)}`,
    brief: sayBriefly(said),
    evidence: after.toSorted((one, other) => one.day - other.day),
  });
}

/**
 * Incidents a week on both sides of a step. Where the school's rhythm makes the plain numbers tell another change than
 * the rate does, what would be usual stands in the place of what was before.
 */
function sayWeekly({ before, since, usual }: { before: number; since: number; usual: number }): string {
  const now = describeExpected(since);
  if (describeRatio(since / before) === describeRatio(since / usual))
    return `${describeExpected(before)} a week before, ${now} since`;
  return `${now} a week since, where ${describeExpected(usual)} would be usual`;
}

/** What a step is told by, each part in words. */
interface ToldStep {
  readonly ratio: string;
  readonly weekly: string;
  readonly interval: string;
  readonly started: { readonly from: string; readonly to: string };
  readonly from: string;
  /** Sentences behind; empty ones are left out. */
  readonly rest: readonly string[];
}

function joinSentences(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(' ');
}

function sayFully({ ratio, weekly, interval, started: { from, to }, ...told }: ToldStep): string {
  return joinSentences([
    `from the week of ${formatDayMonthYear(told.from)} incidents were ${ratio} the rate before: ${weekly} (${interval}, after choosing the week).`,
    from === to
      ? ''
      : `The step most likely came between ${formatDayMonthYear(from)} and ${formatDayMonthYear(to)}.`,
    ...told.rest,
  ]);
}

/** The same numbers for a list of many. */
function sayBriefly({ ratio, weekly, interval, started: { from, to }, ...told }: ToldStep): string {
  const span = from === to ? '' : ` (most likely between ${saySpan(from, to, 'and')})`;
  return joinSentences([
    `from the week of ${formatDayMonthYear(told.from)}${span} ${ratio} the rate before: ${weekly} (${interval}, after choosing the week).`,
    ...told.rest,
  ]);
}

/** Whether the rise is one child or many: the first thing a reader asks. */
function pupilsText(whose: readonly number[]): string {
  const counts = new Map<number, number>();
  for (const pupil of whose) counts.set(pupil, (counts.get(pupil) ?? 0) + 1);
  const most = Math.max(0, ...counts.values());
  if (counts.size === 1) return 'All of the records are of one pupil.';
  const pupils = countOf(counts.size, 'pupil');
  if (most * 2 > whose.length)
    return `${pupils} are involved, but more than half of the records are of one pupil.`;
  return `${pupils} are involved, so this is not one child.`;
}

function sumOf(values: readonly number[], from: number, to: number): number {
  let sum = 0;
  for (let at = from; at < to; at += 1) sum += values[at] ?? 0;
  return sum;
}
