import type { IsoDate } from '../incident/incident.ts';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;
/** Days from 0000-03-01 to 1970-01-01 in the proleptic Gregorian calendar. */
const EPOCH_SHIFT = 719_468;
const DAYS_IN_ERA = 146_097;
const DASH = '-'.charCodeAt(0);
const ZERO = '0'.charCodeAt(0);

/**
 * The number of days from 1970-01-01 to a date, so that days can be subtracted and used as array indices.
 *
 * Whole-number arithmetic with March as the first month (the leap day then falls last); `Date` is avoided
 * because it is a moment in a time zone. Source: H. Hinnant, "chrono-compatible low-level date algorithms".
 * Throws a RangeError on anything but `YYYY-MM-DD`; whether the day exists is not checked.
 */
export function toDayNumber(date: IsoDate): number {
  // By character codes: this is called some hundred thousand times a run, and a pattern is ten times as slow.
  const month = readDigits(date, 5, 7);
  const dayOfMonth = readDigits(date, 8, 10);
  const isDay = date.length === 10 && date.charCodeAt(4) === DASH && date.charCodeAt(7) === DASH;
  const year = readDigits(date, 0, 4) - (month <= 2 ? 1 : 0);
  if (!isDay || Number.isNaN(year + month + dayOfMonth)) throw new RangeError(`not a day: ${date}`);
  const era = Math.floor(year / 400);
  const yearOfEra = year - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + dayOfMonth - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * DAYS_IN_ERA + dayOfEra - EPOCH_SHIFT;
}

/** The number written by the digits from one place to another; NaN when there is anything but digits. */
function readDigits(text: string, from: number, to: number): number {
  let value = 0;
  for (let at = from; at < to; at++) {
    const digit = text.charCodeAt(at) - ZERO;
    value = digit >= 0 && digit <= 9 ? value * 10 + digit : Number.NaN;
  }
  return value;
}

/** The date of a day number: the inverse of `toDayNumber`. */
export function fromDayNumber(day: number): IsoDate {
  const shifted = day + EPOCH_SHIFT;
  const era = Math.floor(shifted / DAYS_IN_ERA);
  const dayOfEra = shifted - era * DAYS_IN_ERA;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  const dayOfMonth = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
  return isoDate(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfMonth);
}

/** Writes year, month (1-12) and day of month as `YYYY-MM-DD`. */
export function isoDate(year: number, month: number, day: number): IsoDate {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** The date `days` later (earlier when negative). */
export function addDays(date: IsoDate, days: number): IsoDate {
  return fromDayNumber(toDayNumber(date) + days);
}

/** Days from `from` to `to`: 0 for the same day, negative when `to` is earlier. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return toDayNumber(to) - toDayNumber(from);
}

/** The weekday of a day number: 1 Monday to 7 Sunday. Day 0, 1970-01-01, was a Thursday. */
export function weekdayOfDayNumber(day: number): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

/** The weekday: 1 Monday to 7 Sunday, as ISO 8601 counts them. */
export function weekdayOf(date: IsoDate): number {
  return weekdayOfDayNumber(toDayNumber(date));
}

/** Mondays asked for so far: a school year has some two hundred days, and every record asks for its own. */
const MONDAYS = new Map<IsoDate, IsoDate>();

/** The Monday of the week a date is in; that is how weeks are named everywhere. */
export function mondayOf(date: IsoDate): IsoDate {
  const known = MONDAYS.get(date);
  if (known !== undefined) return known;
  const monday = addDays(date, 1 - weekdayOf(date));
  MONDAYS.set(date, monday);
  return monday;
}

/** Whether the day is Monday to Friday; bank holidays and school holidays are another question. */
export function isWeekday(date: IsoDate): boolean {
  return weekdayOf(date) <= 5;
}

/** The year, month and day of month as numbers. */
export function partsOf(date: IsoDate): {
  readonly year: number;
  readonly month: number;
  readonly day: number;
} {
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) };
}

/** The date in words, such as `12 January 2026`: never depends on the machine's language. */
export function formatDayMonthYear(date: IsoDate): string {
  const { year, day } = partsOf(date);
  return `${day} ${monthName(date)} ${year}`;
}

/** The date in words without the year, such as `12 January`, for sentences whose year is plain. */
export function formatDayMonth(date: IsoDate): string {
  return `${partsOf(date).day} ${monthName(date)}`;
}

function monthName(date: IsoDate): string {
  const name = MONTHS[partsOf(date).month - 1];
  if (name === undefined) throw new RangeError(`not a day: ${date}`);
  return name;
}
