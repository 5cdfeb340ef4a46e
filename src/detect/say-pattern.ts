import { formatDayMonthYear } from '../calendar/iso-date.ts';
import { saySpan } from '../calendar/say-span.ts';
import type { IsoDate } from '../incident/incident.ts';
import { countOf, describeExpected } from './describe-numbers.ts';

/** What is told of a pattern. */
export interface PatternTold {
  readonly pupil: string;
  /** Null where no record or roll says. */
  readonly className: string | null;
  readonly category: string;
  /** Days with such a record, and the calendar weeks they lie in. */
  readonly days: number;
  readonly weeks: number;
  readonly first: IsoDate;
  readonly last: IsoDate;
  /** Name of the term, terms or year that `expected` is of. */
  readonly window: string;
  readonly expected: number;
  /** Where most of them were; null for nowhere in particular. */
  readonly place: string | null;
}

/** What the brief form leaves to be said once for a whole list, being what nearly every pattern has. */
const HARDLY_ANY = describeExpected(0);

/**
 * A pattern as a sentence that stands by itself, and in the fewest words for a list under the pupil's name: both from
 * the same numbers, so that no short form says what the long one does not. The brief form says what is usual only where
 * that is one day or more, and no weeks: beside the days they read as the time within which those lie.
 */
export function sayPattern(told: PatternTold): { readonly sentence: string; readonly brief: string } {
  const { pupil, className, category, days, weeks, first, last, window, expected, place } = told;
  const usual = describeExpected(expected);
  return {
    sentence:
      `${pupil}${className === null ? '' : ` (${className})`}: ‘${category}’ recorded on ${countOf(days, 'day')}` +
      ` from ${formatDayMonthYear(first)} to ${formatDayMonthYear(last)}, in ${weeks} different weeks.` +
      ` In ${window} a typical pupil would have ${usual}.${place === null ? '' : ` Mostly in: ${place}.`}` +
      ' This counts records; it does not say why.',
    brief:
      `‘${category}’ on ${countOf(days, 'day')}, ${saySpan(first, last)}` +
      `${usual === HARDLY_ANY ? '' : ` (usual: ${usual})`}${place === null ? '' : `, mostly in ${place}`}.`,
  };
}
