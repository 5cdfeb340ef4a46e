import { listSchoolDays } from '../calendar/find-term.ts';
import { mondayOf, weekdayOf } from '../calendar/iso-date.ts';
import type { SchoolCalendar } from '../calendar/school-calendar.ts';
import type { IsoDate } from '../incident/incident.ts';
import type { NamedSpan, SchoolRecord } from './school-record.ts';

type DayTable = Pick<SchoolRecord, 'days' | 'weekday' | 'week' | 'weeks' | 'halfTerm' | 'terms' | 'years'>;

/**
 * Lays out the school days that were recorded, with the week, half-term, term and year each belongs to.
 *
 * A term whose first (or last) incident is within `quietEdge` school days of its start (or end) counts as recorded
 * from its start (to its end, but never past the day of the analysis): quiet days are days too.
 */
export function placeDays(
  calendar: SchoolCalendar,
  dataRange: readonly [IsoDate, IsoDate],
  lastDay: IsoDate,
  quietEdge: number,
): DayTable {
  const [from, to] = recordedRange(calendar, dataRange, lastDay, quietEdge);
  const days = listSchoolDays(calendar, from, to);
  const weeks = [...new Set(days.map(mondayOf))];
  const weekIndex = new Map(weeks.map((week, index) => [week, index]));
  const halves = calendar.terms.flatMap((term) => term.halfTerms);
  const spans = (name: (term: SchoolCalendar['terms'][number]) => string): NamedSpan[] => {
    const found = new Map<string, { name: string; academicYear: string; first: number; last: number }>();
    let at = 0;
    for (const term of calendar.terms) {
      while (at < days.length && (days[at] ?? '') < term.start) at += 1;
      const first = at;
      while (at < days.length && (days[at] ?? '') <= term.end) at += 1;
      if (at === first) continue;
      const known = found.get(name(term));
      if (known === undefined) {
        found.set(name(term), { name: name(term), academicYear: term.academicYear, first, last: at - 1 });
      } else known.last = at - 1;
    }
    return [...found.values()];
  };
  return {
    days,
    weekday: Uint8Array.from(days, (date) => weekdayOf(date) - 1),
    week: Int32Array.from(days, (date) => weekIndex.get(mondayOf(date)) ?? 0),
    weeks,
    halfTerm: Int32Array.from(days, (date) =>
      halves.findIndex((half) => half.start <= date && date <= half.end),
    ),
    terms: spans((term) => term.name),
    years: spans((term) => term.academicYear),
  };
}

function recordedRange(
  calendar: SchoolCalendar,
  [first, last]: readonly [IsoDate, IsoDate],
  lastDay: IsoDate,
  quietEdge: number,
): readonly [IsoDate, IsoDate] {
  const startTerm = calendar.terms.find((term) => term.end >= first);
  const endTerm = calendar.terms.findLast((term) => term.start <= last);
  const quietStart =
    startTerm !== undefined &&
    startTerm.start < first &&
    listSchoolDays(calendar, startTerm.start, first).length <= quietEdge + 1;
  const quietEnd =
    endTerm !== undefined &&
    endTerm.end > last &&
    listSchoolDays(calendar, last, endTerm.end).length <= quietEdge + 1;
  const to = quietEnd ? endTerm.end : last;
  return [quietStart ? startTerm.start : first, to < lastDay ? to : lastDay];
}
