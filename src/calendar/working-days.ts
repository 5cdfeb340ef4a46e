import type { IsoDate } from '../incident/incident.ts';
import { isBankHoliday } from './bank-holidays.ts';
import { isSchoolDay } from './find-term.ts';
import { addDays, isWeekday } from './iso-date.ts';
import type { Nation } from './nation.ts';
import type { SchoolCalendar } from './school-calendar.ts';

/**
 * Which days count towards a deadline: weekdays minus a nation's bank holidays, or the days the school is open.
 * Policies that say 'working days' seldom say which; the choice is printed with the result.
 */
export type CountedDays = Nation | SchoolCalendar;

/** Whether a day counts towards a deadline. */
export function isWorkingDay(date: IsoDate, counted: CountedDays): boolean {
  if (typeof counted === 'string') return isWeekday(date) && !isBankHoliday(counted, date);
  return isSchoolDay(counted, date);
}

/**
 * The date `days` counted days after a date: 1 is the next such day, the day itself never counts.
 *
 * With 0 it is the date itself, or the next counted day when the date is none. Where a school calendar ends
 * before the deadline there is no knowing it: null.
 */
export function addWorkingDays(date: IsoDate, days: number, counted: CountedDays): IsoDate | null {
  if (!Number.isInteger(days) || days < 0)
    throw new RangeError(`working days are counted forward, not ${days}`);
  const last = typeof counted === 'string' ? null : (counted.schoolDays.at(-1) ?? date);
  let left = days;
  let current = date;
  if (left === 0 && isWorkingDay(current, counted)) return current;
  if (left === 0) left = 1;
  while (left > 0) {
    current = addDays(current, 1);
    if (last !== null && current > last) return null;
    if (isWorkingDay(current, counted)) left -= 1;
  }
  return current;
}

/** Counted days after `from`, up to and including `to`; 0 when `to` is no later. */
export function countWorkingDays(from: IsoDate, to: IsoDate, counted: CountedDays): number {
  let count = 0;
  for (let date = addDays(from, 1); date <= to; date = addDays(date, 1)) {
    if (isWorkingDay(date, counted)) count += 1;
  }
  return count;
}
