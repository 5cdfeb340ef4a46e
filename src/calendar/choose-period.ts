import { TermwiseError } from '../errors.ts';
import type { IsoDate } from '../incident/incident.ts';
import type { ReportPeriod } from '../incident/period.ts';
import { coverTerm } from './cover-term.ts';
import { countSchoolDays, listTermsWithData } from './find-term.ts';
import { addDays, formatDayMonthYear } from './iso-date.ts';
import type { SchoolCalendar, Term } from './school-calendar.ts';

/** What the user asked for: a term by name, or a span of days, or neither. */
export interface PeriodChoice {
  readonly term?: string | undefined;
  readonly from?: IsoDate | undefined;
  readonly to?: IsoDate | undefined;
}

/** The period reported on, with what it is compared to; null where the record does not reach. */
export interface ChosenPeriods {
  readonly period: ReportPeriod;
  readonly previous: ReportPeriod | null;
  readonly lastYear: ReportPeriod | null;
}

/** 52 weeks: the same weekdays a year before. */
const YEAR_OF_WEEKS = 364;

/**
 * Chooses the period of a report and its two comparisons: the term before, and the same term last year.
 *
 * Without a wish it is the latest term with data. A term that the record covers only in part (more than ten
 * school days missing at an end) is cut to the part covered, so that a rate per school day stays honest. A
 * span of days is compared with the same number of school days just before it and with the same weeks a year
 * earlier. Throws a TermwiseError on an unknown term (naming those there are), on a backward span, and on a term or
 * span that the data does not reach or that holds no school day: 'nothing was recorded' would be a false comfort there.
 */
export function choosePeriod(
  calendar: SchoolCalendar,
  choice: PeriodChoice,
  dataRange: readonly [IsoDate, IsoDate],
): ChosenPeriods {
  if (choice.term !== undefined) {
    const term = termNamed(calendar, choice.term);
    if (!reachesInto(term, dataRange)) throw refuseWithoutData(`the term '${term.name}'`, dataRange);
    return aroundTerm(calendar, term, dataRange);
  }
  if (choice.from !== undefined || choice.to !== undefined) {
    refuseEmptySpan(calendar, choice, dataRange);
    return aroundSpan(calendar, choice, dataRange);
  }
  const latest = listTermsWithData(calendar, dataRange).at(-1);
  return latest === undefined
    ? aroundSpan(calendar, { from: dataRange[0], to: dataRange[1] }, dataRange)
    : aroundTerm(calendar, latest, dataRange);
}

function termNamed(calendar: SchoolCalendar, name: string): Term {
  const wanted = name.trim().toLowerCase();
  const found = calendar.terms.find((term) => term.name.toLowerCase() === wanted);
  if (found !== undefined) return found;
  const names = calendar.terms.map((term) => term.name).join(', ');
  throw new TermwiseError('usage', `no term is named '${name}'`, `The terms are: ${names}.`);
}

function aroundTerm(
  calendar: SchoolCalendar,
  term: Term,
  dataRange: readonly [IsoDate, IsoDate],
): ChosenPeriods {
  const before = calendar.terms[calendar.terms.indexOf(term) - 1];
  const yearAgo = calendar.terms.find(
    (other) => other.term === term.term && other.academicYear === yearBefore(term.academicYear),
  );
  const comparison = (other: Term | undefined): ReportPeriod | null =>
    other === undefined || !reachesInto(other, dataRange) ? null : coverTerm(calendar, other, dataRange);
  return {
    period: coverTerm(calendar, term, dataRange),
    previous: comparison(before),
    lastYear: comparison(yearAgo),
  };
}

/** Whether the record, from its first to its last day, reaches into a term. */
function reachesInto(term: Term, [first, last]: readonly [IsoDate, IsoDate]): boolean {
  return term.start <= last && term.end >= first;
}

/** A code of its own: of several schools, one without a record in the days asked for is left out and said. */
function refuseWithoutData(what: string, dataRange: readonly [IsoDate, IsoDate]): TermwiseError {
  return new TermwiseError('nothing_to_report', `${what} holds none of the data`, tellRange(dataRange));
}

function tellRange([first, last]: readonly [IsoDate, IsoDate]): string {
  return `The data runs from ${first} to ${last}.`;
}

/** `2025-26` to `2024-25`; any other label is left alone and so matches nothing but itself. */
function yearBefore(academicYear: string): string {
  const first = Number(academicYear.slice(0, 4));
  if (!/^\d{4}\D+\d{2,4}$/.test(academicYear)) return '';
  const last = academicYear.slice(5);
  return `${first - 1}${academicYear.slice(4, 5)}${String(first).slice(-last.length)}`;
}

function aroundSpan(
  calendar: SchoolCalendar,
  choice: PeriodChoice,
  dataRange: readonly [IsoDate, IsoDate],
): ChosenPeriods {
  const from = choice.from ?? dataRange[0];
  const to = choice.to ?? dataRange[1];
  const period = spanPeriod(calendar, from, to);
  const earlier = calendar.schoolDays.filter((date) => date < from);
  const start = earlier.at(-period.schoolDays);
  const end = earlier.at(-1);
  const lastYear = spanPeriod(calendar, addDays(from, -YEAR_OF_WEEKS), addDays(to, -YEAR_OF_WEEKS));
  const reaches = (other: ReportPeriod): boolean =>
    other.schoolDays > 0 && other.from >= dataRange[0] && other.from <= dataRange[1];
  const previous =
    start === undefined || end === undefined || period.schoolDays === 0
      ? null
      : spanPeriod(calendar, start, end);
  return {
    period,
    previous: previous !== null && reaches(previous) ? previous : null,
    lastYear: reaches(lastYear) ? lastYear : null,
  };
}

function refuseEmptySpan(
  calendar: SchoolCalendar,
  { from, to }: PeriodChoice,
  dataRange: readonly [IsoDate, IsoDate],
): void {
  const [first, last] = dataRange;
  if (from !== undefined && to !== undefined && to < from) {
    throw new TermwiseError(
      'usage',
      `the period ends (${to}) before it starts (${from})`,
      'Swap --from and --to.',
    );
  }
  const asked = [...(from === undefined ? [] : [`from ${from}`]), ...(to === undefined ? [] : [`to ${to}`])];
  if ((from ?? first) > last || (to ?? last) < first)
    throw refuseWithoutData(`the period ${asked.join(' ')}`, dataRange);
  if (countSchoolDays(calendar, from ?? first, to ?? last) === 0) {
    throw new TermwiseError(
      'usage',
      `the period ${asked.join(' ')} holds no school day`,
      tellRange(dataRange),
    );
  }
}

function spanPeriod(calendar: SchoolCalendar, from: IsoDate, to: IsoDate): ReportPeriod {
  return periodOf(calendar, `${formatDayMonthYear(from)} to ${formatDayMonthYear(to)}`, from, to);
}

function periodOf(calendar: SchoolCalendar, name: string, from: IsoDate, to: IsoDate): ReportPeriod {
  return { name, from, to, schoolDays: countSchoolDays(calendar, from, to) };
}
