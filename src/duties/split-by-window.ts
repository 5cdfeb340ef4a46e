import type { SchoolCalendar } from '../calendar/school-calendar.ts';
import type { DutyCase } from './duty-case.ts';

/** Place of a date among the school days; a date between them counts as the school day before it. */
function placeOf({ schoolDays }: SchoolCalendar, date: string): number {
  let [from, to] = [0, schoolDays.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((schoolDays[middle] ?? '') <= date) from = middle + 1;
    else to = middle;
  }
  return from - 1;
}

/**
 * Groups of records of which each `count` that follow one another lie within `days` school days: what a policy calls
 * `three in ten school days`. Records must be in order of their dates; a group is as long as it goes on. Others are left
 * out.
 */
export function splitByWindow(
  records: readonly DutyCase[],
  calendar: SchoolCalendar,
  count: number,
  days: number,
): readonly (readonly DutyCase[])[] {
  const places = records.map(({ labelled }) => placeOf(calendar, labelled.incident.date));
  const groups: DutyCase[][] = [];
  let end = -1;
  for (let last = count - 1; last < records.length; last++) {
    const first = last - count + 1;
    if ((places[last] ?? 0) - (places[first] ?? 0) >= days) continue;
    const group = first <= end ? groups.at(-1) : undefined;
    if (group === undefined) groups.push(records.slice(first, last + 1));
    else group.push(...records.slice(end + 1, last + 1));
    end = last;
  }
  return groups;
}
