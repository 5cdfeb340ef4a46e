import type { IsoDate } from '../incident/incident.ts';
import { addDays, daysBetween, fromDayNumber, isoDate, toDayNumber } from './iso-date.ts';

/** A date written out in a text, with its place. */
export interface WrittenDate {
  readonly start: number;
  readonly end: number;
  readonly date: IsoDate;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?';
/** Figures only: words are read by the classifier's engine, which sees every number as one and the same sign. */
const ISO = /\b(\d{4})-(\d{2})-(\d{2})(?!\d)/g;
const NUMERIC = /(?<![\d/.-])(\d{1,2})([/.-])(\d{1,2})(?:\2(\d{4}|\d{2}))?(?![\d/%])/g;
const NAMED = new RegExp(
  `(?<!\\d)(\\d{1,2})(?:st|nd|rd|th)?(?:\\s+of)?[\\s-]+(${MONTH})\\b\\.?(?:[\\s,-]+(\\d{4}|\\d{2})(?![\\d:.]))?`,
  'gi',
);
const NAMED_FIRST = new RegExp(
  `\\b(${MONTH})\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?(?:,?\\s+(\\d{4}))?(?![\\d:])`,
  'gi',
);

/** `on the 13th`: a day alone, where no word behind it says what else is the thirteenth (`on the 2nd floor`). */
const DAY_ALONE =
  /\bon (?:the )?(\d{1,2})(?:st|nd|rd|th)(?=\s*(?:[.,;:)\n-]|$)|\s+(?:and(?!\s+\d+(?:st|nd|rd|th))|at|by|with|to|after|before|about|but|when|as)\b)/gi;
/**
 * What stands before a day alone that is of something else: an earlier event, which lies before the incident (`as on the
 * 3rd`), or a meeting that a talk was to arrange. Text up to the day, in lower case.
 */
const DAY_OF_OTHER =
  /\b(?:(?:as|like|same|similar(?:ly)?|happened|occurred|took place|incidents?|event|fight|assault|exclusion|suspension|one)(?: was)?|(?:(?:to|for) (?:an?|the|another)|arrang\w+|book(?:ed|ing)?|set up)(?: \w+){0,2} (?:meeting|appointment|review|visit)) $/;
/** So much of the text before a day alone is looked at. */
const LOOK_BACK = 80;
/** A day alone lies no further behind the incident than this. */
const ALONE_AFTER = 28;

/** A date without its year lies no further from the incident than this. */
const NEAR_BEFORE = 45;
const NEAR_AFTER = 200;
/** Two figures alone, such as `3/10`, are a date only shortly after the incident: they may be a class or a score. */
const BARE_AFTER = 70;

/** Before two figures it makes them a class (`Year 5/6`, `P3/4`); at the end of a name (`Jay 14/11`) it does not. */
const CLASS_WORD = /(?<!\p{L})(?:y|yr|year|yrs|years|class|ks|p|c)\s?$/u;

function realDay(year: number, month: number, day: number): IsoDate | null {
  if (month < 1 || month > 12 || day < 1 || day > 31) return null;
  const date = isoDate(year, month, day);
  return fromDayNumber(toDayNumber(date)) === date ? date : null;
}

function nearestYear(month: number, day: number, near: IsoDate, after: number): IsoDate | null {
  const year = Number(near.slice(0, 4));
  for (const one of [year, year + 1, year - 1]) {
    const date = realDay(one, month, day);
    if (date === null) continue;
    const gap = daysBetween(near, date);
    if (gap >= -NEAR_BEFORE && gap <= after) return date;
  }
  return null;
}

function fullYear(text: string): number {
  return text.length === 2 ? 2000 + Number(text) : Number(text);
}

function monthOf(name: string): number {
  return MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
}

function readNumeric(match: RegExpExecArray, text: string, near: IsoDate): IsoDate | null {
  const [, day = '', mark = '', month = '', year] = match;
  if (year !== undefined) return realDay(fullYear(year), Number(month), Number(day));
  if (mark !== '/') return null;
  const before = text.slice(Math.max(0, match.index - 7), match.index).toLowerCase();
  if (CLASS_WORD.test(before)) return null;
  const date = nearestYear(Number(month), Number(day), near, BARE_AFTER);
  return date !== null && date >= near ? date : null;
}

/** The first such day of a month from `near` on, if it comes soon. */
function readDayAlone(day: number, near: IsoDate): IsoDate | null {
  for (let gap = 0; gap < ALONE_AFTER; gap++) {
    const date = addDays(near, gap);
    if (Number(date.slice(8)) === day) return date;
  }
  return null;
}

/**
 * Finds the dates written in figures or with a month's name: day first, two-figure years are 20xx, and a year that
 * is left out is the one nearest to `near`, the day of the incident. By place, none overlapping.
 */
export function findWrittenDates(text: string, near: IsoDate): readonly WrittenDate[] {
  const found: WrittenDate[] = [];
  const add = (match: RegExpExecArray, date: IsoDate | null): void => {
    const [start, end] = [match.index, match.index + match[0].length];
    if (date === null || found.some((one) => one.start < end && start < one.end)) return;
    found.push({ start, end, date });
  };
  if (!/\d/.test(text)) return [];
  for (const match of text.matchAll(ISO))
    add(match, realDay(Number(match[1]), Number(match[2]), Number(match[3])));
  for (const match of text.matchAll(NUMERIC)) add(match, readNumeric(match, text, near));
  for (const match of text.matchAll(NAMED)) {
    const [month, day] = [monthOf(match[2] ?? ''), Number(match[1])];
    const year = match[3];
    add(
      match,
      year === undefined ? nearestYear(month, day, near, NEAR_AFTER) : realDay(fullYear(year), month, day),
    );
  }
  for (const match of text.matchAll(NAMED_FIRST)) {
    const [month, day] = [monthOf(match[1] ?? ''), Number(match[2])];
    const year = match[3];
    add(
      match,
      year === undefined ? nearestYear(month, day, near, NEAR_AFTER) : realDay(Number(year), month, day),
    );
  }
  for (const match of text.matchAll(DAY_ALONE)) {
    const before = text.slice(Math.max(0, match.index - LOOK_BACK), match.index).toLowerCase();
    if (!DAY_OF_OTHER.test(before)) add(match, readDayAlone(Number(match[1]), near));
  }
  return found.sort((a, b) => a.start - b.start);
}

/** The first day from `from` on that is this weekday, 1 Monday to 7 Sunday. */
export function firstWeekdayFrom(from: IsoDate, weekday: number): IsoDate {
  const now = ((((toDayNumber(from) + 3) % 7) + 7) % 7) + 1;
  return addDays(from, (weekday - now + 7) % 7);
}
