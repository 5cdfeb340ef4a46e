import { findTerm } from '../calendar/find-term.ts';
import type { SchoolCalendar } from '../calendar/school-calendar.ts';
import type { DutyCase } from './duty-case.ts';

/** Parts records by the term of their day, in the order given; days between terms go with the term before. */
export function splitByTerm(
  records: readonly DutyCase[],
  calendar: SchoolCalendar,
): readonly (readonly DutyCase[])[] {
  const terms = new Map<string, DutyCase[]>();
  for (const one of records) {
    const { date } = one.labelled.incident;
    const term = findTerm(calendar, date) ?? calendar.terms.filter(({ start }) => start <= date).at(-1);
    const name = term?.name ?? '';
    const list = terms.get(name);
    if (list === undefined) terms.set(name, [one]);
    else list.push(one);
  }
  return [...terms.values()];
}
