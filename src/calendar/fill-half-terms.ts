import type { IsoDate } from '../incident/incident.ts';
import { assumeCalendar } from './assume-calendar.ts';
import type { Nation } from './nation.ts';
import type { HalfTerm } from './school-calendar.ts';

/** The half-terms of terms.csv with what was taken for granted where they do not reach; null where they do. */
export interface FilledHalfTerms {
  readonly halfTerms: readonly HalfTerm[];
  readonly assumption: string | null;
}

/**
 * Adds the usual half-terms of school years whose records the given ones do not reach. Without them days of two terms
 * would count as one term's, and no day as a school day. A half-term that touches a given one is never added.
 */
export function fillHalfTerms(
  given: readonly HalfTerm[],
  nation: Nation,
  [from, to]: readonly [IsoDate, IsoDate],
  termsInYear: 3 | 6,
): FilledHalfTerms {
  const shape = hasMoreThanThree(given) ? 6 : termsInYear;
  const usual = assumeCalendar(nation, from, to, shape).calendar.terms.flatMap(({ halfTerms }) => halfTerms);
  const free = usual.filter((half) => !given.some((own) => own.start <= half.end && half.start <= own.end));
  const years = new Set(
    free.filter(({ start, end }) => start <= to && end >= from).map(({ academicYear }) => academicYear),
  );
  if (given.length === 0 || years.size === 0) return { halfTerms: given, assumption: null };
  return {
    halfTerms: [...given, ...free.filter(({ academicYear }) => years.has(academicYear))],
    assumption:
      `The term dates given do not reach all records: for ${[...years].join(', ')} the usual school year was assumed ` +
      'where they are silent, INSET days not known. Add its terms to terms.csv to put this right.',
  };
}

function hasMoreThanThree(given: readonly HalfTerm[]): boolean {
  return given.some(
    ({ academicYear }) =>
      new Set(given.filter((other) => other.academicYear === academicYear).map(({ term }) => term)).size > 3,
  );
}
