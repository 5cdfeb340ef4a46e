import { countSchoolDays, isSchoolDay } from '../calendar/find-term.ts';
import { findWrittenDates, type WrittenDate } from '../calendar/find-written-dates.ts';
import { daysBetween } from '../calendar/iso-date.ts';
import type { SchoolCalendar } from '../calendar/school-calendar.ts';
import { MAX_SUSPENSION_DAYS } from '../calendar/statutory-terms.ts';
import type { IsoDate } from '../incident/incident.ts';
import wordData from './exclusion-words.yaml';
import { expectPattern } from './expect-pattern.ts';
import { isOwnLength } from './is-own-length.ts';
import { joinPatterns } from './join-patterns.ts';
import { readSuspensionDays } from './read-suspension-days.ts';

const { out, first_to_last: between } = wordData as {
  readonly out: readonly string[];
  readonly first_to_last: Readonly<
    Record<'joined' | 'until' | 'dash' | 'no_day' | 'part' | 'weekday' | 'inclusive' | 'ends', string>
  > & { readonly other: readonly string[] };
};
const at = (key: Exclude<keyof typeof between, 'other'>) =>
  expectPattern(between[key], `exclusion-words.yaml: first_to_last.${key}`);
const WORD = new RegExp(`\\b${joinPatterns(out, 'exclusion-words.yaml: out')}\\b`, 'gi');
const LAST = `\\s*(?:the\\s+)?(?:${at('weekday')},?\\s*)?(?:the\\s+)?$`;
const JOINED = new RegExp(`^\\s*(?:${at('joined')})${LAST}`, 'i');
const UNTIL = new RegExp(`^\\s*(?:${at('until')})${LAST}`, 'i');
const DASH = new RegExp(`^\\s*(?:${at('dash')})${LAST}`, 'i');
const INCLUSIVE = new RegExp(`^${at('inclusive')}`, 'i');
const ENDS = new RegExp(`^${at('ends')}`, 'i');
/** `from the 10th to 14 November`: a first day whose month is the last day's. */
const FIRST_ALONE = new RegExp(
  `(?<![\\d/.-])(?<!\\b${at('no_day')})(\\d{1,2})(?:st|nd|rd|th)?(\\s*(?:${at('joined')}|${at('until')}|${at('dash')})${LAST.slice(0, -1)})$`,
  'i',
);
const INTERNAL = /internal/i;
const OTHER = new RegExp(joinPatterns(between.other, 'exclusion-words.yaml: first_to_last.other'), 'i');
const PART = new RegExp(at('part'), 'i');
/** Letters between the word of a suspension and its first day at the most. */
const REACH = 45;
const SENTENCE = /[;\n]|\.(?!\d)/;
/** A suspension begins no more days before its record than this, and no more behind it. */
const BEFORE_RECORD = 3;
const AFTER_RECORD = 14;

interface Span {
  readonly start: number;
  readonly end: number;
  readonly first: IsoDate;
  readonly last: IsoDate;
}

/** The same day of the month before as the one written: `the 10th` before `14 November` is the 10 November. */
function dayBefore(last: WrittenDate, day: number): IsoDate {
  return `${last.date.slice(0, 8)}${String(day).padStart(2, '0')}`;
}

function joins(gap: string, behind: string): boolean {
  if (JOINED.test(gap)) return true;
  return (UNTIL.test(gap) && INCLUSIVE.test(behind)) || (DASH.test(gap) && ENDS.test(behind));
}

/** The spans of days in a text whose first and last day are both said. */
function findSpans(text: string, date: IsoDate): readonly Span[] {
  const dates = findWrittenDates(text, date);
  return dates.flatMap((last, index): readonly Span[] => {
    const before = dates[index - 1];
    const from = before?.end ?? 0;
    const gap = text.slice(from, last.start);
    const behind = text.slice(last.end);
    if (before !== undefined && joins(gap, behind))
      return [{ start: before.start, end: last.end, first: before.date, last: last.date }];
    const alone = FIRST_ALONE.exec(gap);
    if (alone === null || !joins(alone[2] ?? '', behind)) return [];
    const first = dayBefore(last, Number(alone[1]));
    return [{ start: from + alone.index, end: last.end, first, last: last.date }];
  });
}

/** Whether a span of days is told of a suspension out of school, near before it or right behind it in its sentence. */
function isOfSuspension(text: string, { start, end }: Span): boolean {
  const before = text.slice(0, start);
  if (!isOwnLength(before, text.slice(end))) return false;
  const sentence = before.split(SENTENCE).at(-1) ?? '';
  if (INTERNAL.test(sentence)) return false;
  const word = [...sentence.matchAll(WORD)].at(-1);
  if (word === undefined) return false;
  const parts = sentence.slice(word.index + word[0].length).split(PART);
  // `Suspended, detention from 5 to 14 November`: days of something else.
  return parts.join(' ').length <= REACH && (parts.length === 1 || !OTHER.test(parts.at(-1) ?? ''));
}

/**
 * The school days of a suspension: those that its words state, else those from its first day to its last, which both
 * count. Null where neither is said, or where one of the two is no school day by the calendar: nobody can tell then.
 */
export function readSuspensionLength(text: string, date: IsoDate, calendar: SchoolCalendar): number | null {
  const stated = readSuspensionDays(text);
  if (stated !== null) return stated;
  const lengths = findSpans(text, date).flatMap((span) => {
    const { first, last } = span;
    const lead = daysBetween(date, first);
    if (first > last || lead < -BEFORE_RECORD || lead > AFTER_RECORD) return [];
    if (!isSchoolDay(calendar, first) || !isSchoolDay(calendar, last)) return [];
    if (!isOfSuspension(text, span)) return [];
    const days = countSchoolDays(calendar, first, last);
    return days <= MAX_SUSPENSION_DAYS ? [days] : [];
  });
  return lengths.length === 0 ? null : Math.max(...lengths);
}
