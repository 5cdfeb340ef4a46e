import { findTerm } from '../calendar/find-term.ts';
import type { SchoolCalendar } from '../calendar/school-calendar.ts';
import type { IsoDate } from '../incident/incident.ts';
import type { DutyCase } from './duty-case.ts';

/** Names of the terms of days, found before. */
const termNames = new WeakMap<SchoolCalendar, Map<IsoDate, string>>();

function nameTermOf(date: IsoDate, calendar: SchoolCalendar): string {
  let names = termNames.get(calendar);
  if (names === undefined) {
    names = new Map();
    termNames.set(calendar, names);
  }
  let name = names.get(date);
  if (name === undefined) {
    const term = findTerm(calendar, date) ?? calendar.terms.filter(({ start }) => start <= date).at(-1);
    name = term?.name ?? '';
    names.set(date, name);
  }
  return name;
}

/** Parts records by the term of their day, in the order given; days between terms go with the term before. */
export function splitByTerm(
  records: readonly DutyCase[],
  calendar: SchoolCalendar,
): readonly (readonly DutyCase[])[] {
  const terms = new Map<string, DutyCase[]>();
  for (const one of records) {
    const name = nameTermOf(one.labelled.incident.date, calendar);
    const list = terms.get(name);
    if (list === undefined) terms.set(name, [one]);
    else list.push(one);
  }
  return [...terms.values()];
}
