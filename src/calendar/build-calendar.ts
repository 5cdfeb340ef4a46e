import { TermwiseError } from '../errors.ts';
import { compareText } from '../incident/compare-text.ts';
import type { IsoDate } from '../incident/incident.ts';
import { isBankHoliday } from './bank-holidays.ts';
import { fromDayNumber, toDayNumber, weekdayOfDayNumber } from './iso-date.ts';
import type { Nation } from './nation.ts';
import type { HalfTerm, SchoolCalendar, Term } from './school-calendar.ts';

/**
 * Builds the school calendar from the half-terms of terms.csv, in any order.
 *
 * Half-terms with the same academic year and term name make one display term; bank holidays of the nation and
 * INSET days are taken out of the school days. Throws a TermwiseError (`file/side_file`) when there are none,
 * when one ends before it starts, or when two overlap.
 */
export function buildCalendar(
  halfTerms: readonly HalfTerm[],
  nation: Nation,
  source: SchoolCalendar['source'] = 'terms_file',
): SchoolCalendar {
  if (halfTerms.length === 0) {
    throw new TermwiseError('file/side_file', 'terms.csv holds no half-term', 'Give at least one row.');
  }
  const sorted = [...halfTerms].sort(
    (one, other) => compareText(one.start, other.start) || compareText(one.end, other.end),
  );
  sorted.forEach((half, index) => {
    checkOrder(half, sorted[index - 1]);
  });
  return { source, terms: groupTerms(sorted), schoolDays: sorted.flatMap((half) => daysOf(half, nation)) };
}

function checkOrder(half: HalfTerm, before: HalfTerm | undefined): void {
  const label = nameOf(half);
  if (half.end < half.start) {
    throw new TermwiseError(
      'file/side_file',
      `terms.csv: ${label} ends (${half.end}) before it starts (${half.start})`,
      'Correct Start or End.',
    );
  }
  if (before !== undefined && half.start <= before.end) {
    throw new TermwiseError(
      'file/side_file',
      `terms.csv: ${label} starts on ${half.start}, before ${nameOf(before)} has ended (${before.end})`,
      'Half-terms must not overlap; correct Start or End.',
    );
  }
}

function nameOf(half: HalfTerm): string {
  return `${half.academicYear} ${half.name}`;
}

function groupTerms(sorted: readonly HalfTerm[]): readonly Term[] {
  const groups = new Map<string, HalfTerm[]>();
  for (const half of sorted) {
    const name = `${half.academicYear} ${half.term}`;
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [half]);
    else group.push(half);
  }
  return [...groups].map(([name, halves]) => {
    const first = halves[0];
    const last = halves.at(-1);
    if (first === undefined || last === undefined) throw new RangeError('a term without half-terms');
    return {
      name,
      academicYear: first.academicYear,
      term: first.term,
      start: first.start,
      end: last.end,
      halfTerms: halves,
    };
  });
}

function daysOf(half: HalfTerm, nation: Nation): readonly IsoDate[] {
  const closed = new Set(half.insetDays);
  const days: IsoDate[] = [];
  for (let day = toDayNumber(half.start); day <= toDayNumber(half.end); day += 1) {
    if (weekdayOfDayNumber(day) > 5) continue;
    const date = fromDayNumber(day);
    if (!closed.has(date) && !isBankHoliday(nation, date)) days.push(date);
  }
  return days;
}
