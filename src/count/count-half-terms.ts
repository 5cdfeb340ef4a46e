import { countSchoolDays } from '../calendar/find-term.ts';
import { addDays } from '../calendar/iso-date.ts';
import type { HalfTerm, SchoolCalendar } from '../calendar/school-calendar.ts';
import type { IsoDate } from '../incident/incident.ts';
import type { LabelledIncident } from '../incident/labelled-incident.ts';
import type { HalfTermCount } from '../incident/school-counts.ts';
import { takePeriod } from './count-period.ts';
import { isMeasured, readHeadlineMeasures } from './headline-measures.ts';

/** School days without an entry at an end of the record that still count as recorded. */
const QUIET_EDGE_DAYS = 10;

/**
 * Headline measures of each half-term that the record reaches into, oldest first. A break inside a term counts to
 * the half-term before it, so that the half-terms of a term add up to the term.
 */
export function countHalfTerms(
  labelled: readonly LabelledIncident[],
  calendar: SchoolCalendar,
  dataRange: readonly [IsoDate, IsoDate],
): HalfTermCount[] {
  return calendar.terms.flatMap(({ halfTerms }) =>
    halfTerms
      .map((half, at) => ({ half, last: lastDay(half, halfTerms[at + 1]) }))
      .filter(({ half, last }) => half.start <= dataRange[1] && last >= dataRange[0])
      .map(({ half, last }) => countHalfTerm(half, last, labelled, calendar, dataRange)),
  );
}

function lastDay(half: HalfTerm, next: HalfTerm | undefined): IsoDate {
  return next === undefined ? half.end : addDays(next.start, -1);
}

function countHalfTerm(
  { name, start, end }: HalfTerm,
  last: IsoDate,
  labelled: readonly LabelledIncident[],
  calendar: SchoolCalendar,
  [first, latest]: readonly [IsoDate, IsoDate],
): HalfTermCount {
  const before = first > start ? countSchoolDays(calendar, start, addDays(first, -1)) : 0;
  const after = latest < end ? countSchoolDays(calendar, addDays(latest, 1), end) : 0;
  const missing = [before, after].filter((days) => days > QUIET_EDGE_DAYS);
  const records = takePeriod(labelled, { from: start, to: last });
  return {
    name,
    from: start,
    to: end,
    school_days: countSchoolDays(calendar, start, end) - missing.reduce((sum, days) => sum + days, 0),
    complete: missing.length === 0,
    measures: Object.fromEntries(
      readHeadlineMeasures().map((measure) => [
        measure.code,
        records.filter((each) => isMeasured(measure, each)).length,
      ]),
    ),
  };
}
