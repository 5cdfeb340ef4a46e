import type { ClockTime, IsoDate } from '../incident/incident.ts';
import monthNames from './month-names.yaml';
import { parseTime, timeOfDayFraction, toClock } from './parse-time.ts';
import { stripInvisible } from './strip-invisible.ts';
import { readZone, toUkTime } from './to-uk-time.ts';

/** Which of the two numbers before the year comes first in a column. */
export type DateOrder = 'dmy' | 'mdy';

/** What a row proves about the order of its column: a number over 12 can only be a day. */
export type DateEvidence = 'dmy' | 'mdy' | null;

export interface ParsedDate {
  /** Null when the text is not a day of the calendar under the given order. */
  readonly date: IsoDate | null;
  readonly time: ClockTime | null;
  readonly evidence: DateEvidence;
  /** True for text in the order-free forms: ISO, a month name, a spreadsheet serial. */
  readonly orderFree: boolean;
  /** True when there is text behind the date that is not a time. */
  readonly oddTime: boolean;
}

const MONTHS: ReadonlyMap<string, number> = new Map(
  (monthNames as readonly (readonly string[])[]).flatMap((names, index) =>
    names.map((name) => [name, index + 1] as const),
  ),
);

const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const WEEKDAY =
  /^(?:mon|tue|tues|wed|weds|thu|thur|thurs|fri|sat|sun|monday|tuesday|wednesday|thursday|friday|saturday|sunday|dydd mawrth|(?:dydd )?(?:llun|mercher|iau|gwener|sadwrn|sul))[,.]?\s+/i;
const NUMERIC = /^(\d{1,4})\s*([/.\-\u2010-\u2013\\ ])\s*(\d{1,2})\s*\2\s*(\d{4}|\d{2})(?!\d)(.*)$/s;
const NAMED =
  /^(\d{1,2})(?:st|nd|rd|th|af|il|ydd|fed|ed|eg|ain)?(?:\s+of?\b)?[\s\-/.]*([a-z]{3,10})\.?[\s\-/.,]*['\u2018\u2019]?(\d{4}|\d{2})(?!\d)(.*)$/is;
const NAMED_FIRST = /^([a-z]{3,10})\.?[\s-]+(\d{1,2})(?:st|nd|rd|th)?(?:,\s*|\s+)(\d{4})(?!\d)(.*)$/is;
const COMPACT = /^(19|20)(\d{2})(\d{2})(\d{2})(?:[T ](\d{2}):?(\d{2})(?::?\d{2})?(Z)?)?$/;
const SERIAL = /^(\d{5})(?:[.,](\d+))?$/;
/** Spreadsheet day 1 is 1 January 1900, and the 1900 system holds a 29 February 1900 that never was. */
const SERIAL_EPOCH = Date.UTC(1899, 11, 30);

/** Days met so far: a million rows share some hundred strings. */
const KNOWN_DAYS = new Map<number, IsoDate>();
const MOST_KNOWN_DAYS = 50_000;

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

function toIso(year: number, month: number, day: number): IsoDate | null {
  if (month < 1 || month > 12 || day < 1 || year < 1) return null;
  const length = month === 2 && isLeap(year) ? 29 : (LENGTHS[month - 1] ?? 0);
  if (day > length) return null;
  const number = (year * 16 + month) * 32 + day;
  const before = KNOWN_DAYS.get(number);
  if (before !== undefined) return before;
  const y = year < 1000 ? String(year).padStart(4, '0') : String(year);
  const iso = `${y}-${month < 10 ? '0' : ''}${month}-${day < 10 ? '0' : ''}${day}`;
  if (KNOWN_DAYS.size < MOST_KNOWN_DAYS) KNOWN_DAYS.set(number, iso);
  return iso;
}

function fullYear(text: string): number {
  return text.length === 2 ? 2000 + Number(text) : Number(text);
}

function finish(date: IsoDate | null, rest: string, evidence: DateEvidence, orderFree: boolean): ParsedDate {
  const text = rest.replace(/^(?:\s|,|T(?=\d)|at\b|-|@|\.)+/i, '').trim();
  if (text === '') return { date, time: null, evidence, orderFree, oddTime: false };
  const time = parseTime(text);
  const zone = date === null || time === null ? null : readZone(text);
  const moment =
    date === null || time === null || zone === null ? { date, time } : toUkTime(date, time, zone);
  return { ...moment, evidence, orderFree, oddTime: time === null };
}

/** Longer text is no date, whatever it begins with. */
const LONGEST = 120;

const NOTHING: ParsedDate = { date: null, time: null, evidence: null, orderFree: true, oddTime: false };

function digit(text: string, at: number): number {
  const value = text.charCodeAt(at) - 48;
  return value >= 0 && value <= 9 ? value : -1;
}

/** `dd/mm/yyyy` with or without ` hh:mm`: the spelling of nearly every cell, read without a pattern. */
function parseCommon(text: string, order: DateOrder): ParsedDate | null {
  const length = text.length;
  if (length !== 10 && length !== 16) return null;
  if (text.charCodeAt(2) !== 47 || text.charCodeAt(5) !== 47) return null;
  const first = digit(text, 0) * 10 + digit(text, 1);
  const second = digit(text, 3) * 10 + digit(text, 4);
  let year = 0;
  for (let i = 6; i < 10; i++) {
    const value = digit(text, i);
    if (value < 0) return null;
    year = year * 10 + value;
  }
  if (digit(text, 0) < 0 || digit(text, 1) < 0 || digit(text, 3) < 0 || digit(text, 4) < 0) return null;
  let time: ClockTime | null = null;
  if (length === 16) {
    const hour = digit(text, 11) * 10 + digit(text, 12);
    const minute = digit(text, 14) * 10 + digit(text, 15);
    const isClock = text.charCodeAt(10) === 32 && text.charCodeAt(13) === 58;
    if (!isClock || digit(text, 12) < 0 || digit(text, 15) < 0 || hour < 0 || hour > 23) return null;
    if (minute < 0 || minute > 59) return null;
    time = toClock(hour, minute, undefined);
  }
  const evidence = judge(first, second);
  const date = order === 'dmy' ? toIso(year, second, first) : toIso(year, first, second);
  return { date, time, evidence, orderFree: false, oddTime: false };
}

function judge(first: number, second: number): DateEvidence {
  if (first > 12 && first <= 31 && second >= 1 && second <= 12) return 'dmy';
  if (second > 12 && second <= 31 && first >= 1 && first <= 12) return 'mdy';
  return null;
}

function parseNumeric(match: RegExpExecArray, order: DateOrder): ParsedDate {
  const [, first = '', , second = '', third = '', rest = ''] = match;
  if (first.length === 3) return NOTHING;
  if (first.length === 4) {
    const ok = third.length === 2;
    return finish(ok ? toIso(Number(first), Number(second), Number(third)) : null, rest, null, true);
  }
  const [a, b, year] = [Number(first), Number(second), fullYear(third)];
  const date = order === 'dmy' ? toIso(year, b, a) : toIso(year, a, b);
  return finish(date, rest, judge(a, b), false);
}

/** ISO dates may have a one-figure month or day, which the general pattern cannot take with a four-figure year. */
const ISO = /^(\d{4})([/.\-\u2010-\u2013])(\d{1,2})\2(\d{1,2})(?!\d)(.*)$/s;

function parseNamed(text: string): ParsedDate | null {
  const named = NAMED.exec(text);
  if (named) {
    const month = MONTHS.get((named[2] ?? '').toLowerCase());
    if (month === undefined) return NOTHING;
    return finish(toIso(fullYear(named[3] ?? ''), month, Number(named[1])), named[4] ?? '', null, true);
  }
  const first = NAMED_FIRST.exec(text);
  if (!first) return null;
  const month = MONTHS.get((first[1] ?? '').toLowerCase());
  if (month === undefined) return NOTHING;
  return finish(toIso(Number(first[3]), month, Number(first[2])), first[4] ?? '', null, true);
}

function parseSerial(match: RegExpExecArray): ParsedDate {
  const days = Number(match[1]);
  const day = new Date(SERIAL_EPOCH + days * 86_400_000);
  const fraction = match[2] === undefined ? null : Number(`0.${match[2]}`);
  return {
    date: toIso(day.getUTCFullYear(), day.getUTCMonth() + 1, day.getUTCDate()),
    time: fraction === null ? null : timeOfDayFraction(fraction),
    evidence: null,
    orderFree: true,
    oddTime: false,
  };
}

/**
 * Reads one date cell under the order of its column: day-first numbers, ISO, month names, two-digit years
 * (20xx), spreadsheet serials of the 1900 system. Never rolls a day over: 31/02 is no date.
 */
export function parseDate(cell: string, order: DateOrder): ParsedDate {
  const common = parseCommon(cell, order);
  if (common) return common;
  const text = stripInvisible(cell)
    .replace(/[\s\u00a0\u202f]+/g, ' ')
    .trim()
    .replace(/^'/, '')
    .replace(WEEKDAY, '');
  if (text.length > LONGEST) return NOTHING;
  const iso = ISO.exec(text);
  if (iso) {
    return finish(toIso(Number(iso[1]), Number(iso[3]), Number(iso[4])), iso[5] ?? '', null, true);
  }
  const numeric = NUMERIC.exec(text);
  if (numeric) return parseNumeric(numeric, order);
  const serial = SERIAL.exec(text);
  if (serial) return parseSerial(serial);
  const compact = COMPACT.exec(text);
  if (compact) {
    const [, century = '', year = '', month = '', day = '', hour, minute, zone = ''] = compact;
    const time = hour === undefined ? '' : ` ${hour}:${minute ?? '00'}${zone}`;
    return finish(toIso(Number(century + year), Number(month), Number(day)), time, null, true);
  }
  const named = parseNamed(text);
  if (named) return named;
  const timeFirst = /^(\d{1,2}[:.]\d{2}(?::\d{2})?(?:\s*[ap]m)?)[\s,]+(?:on\s+)?(.*\d.*)$/i.exec(text);
  if (timeFirst?.[2] !== undefined && timeFirst[1] !== undefined && !/^\d{1,2}[:.]/.test(timeFirst[2])) {
    const later = parseDate(timeFirst[2], order);
    if (later.date !== null) return { ...later, time: later.time ?? parseTime(timeFirst[1]) };
  }
  return NOTHING;
}
