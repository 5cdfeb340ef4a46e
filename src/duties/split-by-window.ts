import { findSchoolDay } from '../calendar/find-school-day.ts';
import type { SchoolCalendar } from '../calendar/school-calendar.ts';
import type { DutyCase } from './duty-case.ts';

/** Days from a school day within which a record still belongs to it: a weekend's to the Friday. */
const NEAR = 3;

/**
 * Groups of records, each of them one of `count` that follow one another within `days` school days: what a policy calls
 * `three in ten school days`. Records must be in order of their dates; a group goes on as long as such windows share a
 * record. Others are left out, and those dated far from any school day that the calendar knows.
 */
export function splitByWindow(
  records: readonly DutyCase[],
  calendar: SchoolCalendar,
  count: number,
  days: number,
): readonly (readonly DutyCase[])[] {
  const placed = records.flatMap((one) => {
    const place = findSchoolDay(calendar.schoolDays, one.labelled.incident.date, NEAR);
    return place < 0 ? [] : [{ one, place }];
  });
  const groups: DutyCase[][] = [];
  let end = -1;
  for (let last = count - 1; last < placed.length; last++) {
    const first = last - count + 1;
    if ((placed[last]?.place ?? 0) - (placed[first]?.place ?? 0) >= days) continue;
    const group = first <= end ? groups.at(-1) : undefined;
    const added = placed.slice(group === undefined ? first : end + 1, last + 1).map(({ one }) => one);
    if (group === undefined) groups.push(added);
    else group.push(...added);
    end = last;
  }
  return groups;
}
