import { addDays } from '../calendar/iso-date.ts';
import type { IsoDate } from '../incident/incident.ts';
import { isOwnRecord } from '../incident/is-own-record.ts';
import { countCapped } from './count-capped.ts';
import { countOf } from './describe-numbers.ts';
import type { DetectionContext } from './detection-context.ts';
import type { DaySpan } from './school-record.ts';
import type { TargetSpan } from './target-span.ts';

interface SpanCount {
  readonly recorded: number;
  readonly compared: number;
}

/**
 * `7 incidents in Summer (6 compared); in the 3 terms before, 0, 1 and 2`. What is said is the pupil's number in every
 * table of the period; the test looks at fewer where a record lies far from a school day, merely names the pupil, or is
 * one of many of a day, and at more where one is dated just beside the period. The brief form leaves out the period's name.
 */
export function sayTrendCounts(
  context: DetectionContext,
  pupil: number,
  { now, baseline }: TargetSpan,
): { readonly full: string; readonly brief: string } {
  const said = sayNow(context, pupil, now);
  const { counts, terms } = sayEarlier(context, pupil, baseline);
  return {
    full: `${said.full}; in the ${terms} before, ${counts}`,
    brief: `${said.brief}; ${counts} in the ${terms} before`,
  };
}

function sayCount({ recorded, compared }: SpanCount): string {
  return recorded === compared ? String(recorded) : `${recorded} (${sayCompared(recorded, compared)})`;
}

/** More are compared than the period has where a record of the days beside it is taken to its first or last school day. */
function sayCompared(recorded: number, compared: number): string {
  return compared > recorded ? `${compared} compared, with days beside it` : `${compared} compared`;
}

function sayNow(
  context: DetectionContext,
  pupil: number,
  now: DaySpan,
): { readonly full: string; readonly brief: string } {
  const { name, from, to } = context.input.period;
  const { recorded, compared } = countSpan(context, pupil, now, [from, to]);
  const mark = recorded === compared ? '' : ` (${sayCompared(recorded, compared)})`;
  const said = countOf(recorded, 'incident');
  return { full: `${said} in ${name}${mark}`, brief: `${said}${mark}` };
}

function countSpan(
  { record, input, thresholds }: DetectionContext,
  pupil: number,
  span: DaySpan,
  [from, to]: readonly [IsoDate, IsoDate],
): SpanCount {
  const key = record.pupils[pupil]?.key ?? '';
  const recorded = input.labelled.filter(
    (each) => each.incident.date >= from && each.incident.date <= to && isOwnRecord(each, key),
  ).length;
  return {
    recorded,
    compared: countCapped(record.events[pupil] ?? [], span, thresholds.record.max_per_pupil_day),
  };
}

function sayEarlier(
  context: DetectionContext,
  pupil: number,
  baseline: DaySpan,
): { readonly counts: string; readonly terms: string } {
  const { record, input } = context;
  const counts = record.terms
    .filter((term) => term.first <= baseline.last && term.last >= baseline.first)
    .map((term) => {
      const span = { first: Math.max(term.first, baseline.first), last: Math.min(term.last, baseline.last) };
      const dates = input.calendar.terms.find(({ name }) => name === term.name);
      // A baseline that ends within a term ends the day before the period begins.
      const to = span.last < term.last ? addDays(input.period.from, -1) : dates?.end;
      return sayCount(
        countSpan(context, pupil, span, [
          dates?.start ?? record.days[span.first] ?? '',
          to ?? record.days[span.last] ?? '',
        ]),
      );
    });
  if (counts.length === 1) return { counts: counts[0] ?? '', terms: 'term' };
  const last = counts.at(-1);
  return { counts: `${counts.slice(0, -1).join(', ')} and ${last}`, terms: `${counts.length} terms` };
}
