import { addDays, daysBetween } from '../calendar/iso-date.ts';
import type { IsoDate } from '../incident/incident.ts';

/** Terms of the calendar that all schools share, in order: 3 for every school year. */
const NAMES = ['Autumn', 'Spring', 'Summer'] as const;

/** Where spring ends by the middle of a half-term: the last half-term before Easter lies before it, the first after does not. */
const SPRING_ENDS = '-04-05';

/**
 * Number of the common term that a span of days belongs to, by its middle: three for each school year, so that the
 * term before is one less and the same term last year three less. Half-terms fit whole: the school years of three and
 * of six terms share them.
 */
export function commonTermOf(from: IsoDate, to: IsoDate): number {
  const middle = addDays(from, Math.floor(daysBetween(from, to) / 2));
  const year = Number(middle.slice(0, 4));
  const day = middle.slice(4);
  if (day >= '-08-01') return year * 3;
  return (year - 1) * 3 + (day < SPRING_ENDS ? 1 : 2);
}

/** Such as `2025-26 Autumn`. */
export function nameCommonTerm(term: number): string {
  const year = Math.floor(term / 3);
  return `${year}-${String((year + 1) % 100).padStart(2, '0')} ${NAMES[term % 3]}`;
}
