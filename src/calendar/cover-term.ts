import type { IsoDate } from '../incident/incident.ts';
import type { ReportPeriod } from '../incident/period.ts';
import { countSchoolDays } from './find-term.ts';
import { addDays } from './iso-date.ts';
import type { SchoolCalendar, Term } from './school-calendar.ts';

/** School days without an entry that still count as a term recorded to its end (or from its start). */
const QUIET_EDGE_DAYS = 10;

/**
 * A term as a period to count: cut to what the record (its first and last day) covers where more than ten school days
 * are missing at an end. The same term is the same period in whichever report it stands.
 */
export function coverTerm(
  calendar: SchoolCalendar,
  term: Term,
  [first, last]: readonly [IsoDate, IsoDate],
): ReportPeriod {
  const overlaps = term.start <= last && term.end >= first;
  const missingBefore = first > term.start ? countSchoolDays(calendar, term.start, addDays(first, -1)) : 0;
  const missingAfter = last < term.end ? countSchoolDays(calendar, addDays(last, 1), term.end) : 0;
  const from = overlaps && missingBefore > QUIET_EDGE_DAYS ? first : term.start;
  const to = overlaps && missingAfter > QUIET_EDGE_DAYS ? last : term.end;
  return { name: term.name, from, to, schoolDays: countSchoolDays(calendar, from, to) };
}
