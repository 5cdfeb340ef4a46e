import type { IsoDate } from '../incident/incident.ts';
import { mondayOf } from './iso-date.ts';
import type { SchoolCalendar, Term } from './school-calendar.ts';

/** One week of the record: named by its Monday. */
export interface SchoolWeek {
  readonly week: IsoDate;
  /** Name of the term its first school day is in. */
  readonly term: string;
  readonly schoolDays: number;
}

/** The term a date falls in, its half-term break included, or null in the holidays between terms. */
export function findTerm(calendar: SchoolCalendar, date: IsoDate): Term | null {
  return calendar.terms.find((term) => term.start <= date && date <= term.end) ?? null;
}

/** How many display terms the school year has that a date, or the term next after it, belongs to. */
export function countTermsInYear(calendar: SchoolCalendar, date: IsoDate): number {
  const year = calendar.terms.find((term) => date <= term.end)?.academicYear;
  return calendar.terms.filter((term) => term.academicYear === year).length;
}

/** How many school days lie before a date: the place it has, or would have, in the ascending list. */
function placeOf(calendar: SchoolCalendar, date: IsoDate): number {
  let low = 0;
  let high = calendar.schoolDays.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((calendar.schoolDays[middle] ?? '') < date) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Whether the school is open to pupils on a date. */
export function isSchoolDay(calendar: SchoolCalendar, date: IsoDate): boolean {
  return calendar.schoolDays[placeOf(calendar, date)] === date;
}

/** The school days from one date to another, both included. */
export function listSchoolDays(calendar: SchoolCalendar, from: IsoDate, to: IsoDate): readonly IsoDate[] {
  const end = placeOf(calendar, to);
  return calendar.schoolDays.slice(placeOf(calendar, from), calendar.schoolDays[end] === to ? end + 1 : end);
}

/** The number of school days from one date to another, both included; 0 when `to` is earlier. */
export function countSchoolDays(calendar: SchoolCalendar, from: IsoDate, to: IsoDate): number {
  const end = placeOf(calendar, to);
  return Math.max(0, (calendar.schoolDays[end] === to ? end + 1 : end) - placeOf(calendar, from));
}

/** The terms that the record reaches into, oldest first. */
export function listTermsWithData(
  calendar: SchoolCalendar,
  dataRange: readonly [IsoDate, IsoDate],
): readonly Term[] {
  return calendar.terms.filter((term) => term.start <= dataRange[1] && term.end >= dataRange[0]);
}

/** The weeks with at least one school day between two dates, oldest first. */
export function listSchoolWeeks(calendar: SchoolCalendar, from: IsoDate, to: IsoDate): readonly SchoolWeek[] {
  const weeks: { week: IsoDate; term: string; schoolDays: number }[] = [];
  for (const date of listSchoolDays(calendar, from, to)) {
    const week = mondayOf(date);
    const last = weeks.at(-1);
    if (last !== undefined && last.week === week) last.schoolDays += 1;
    else weeks.push({ week, term: findTerm(calendar, date)?.name ?? '', schoolDays: 1 });
  }
  return weeks;
}
