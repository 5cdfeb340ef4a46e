import { findWrittenDates } from '../calendar/find-written-dates.ts';
import type { Incident, IsoDate } from '../incident/incident.ts';

const CLOSED = /\b(?:closed|signed off|case ended)\b/i;
const NOT_YET = /\b(?:not|to be|will be|until|before|n't)\b/i;

/** The day on which the words of the action say that a case was closed, the last if several; null when they give none. */
export function findClosingDay({ action, date }: Pick<Incident, 'action' | 'date'>): IsoDate | null {
  const days = action
    .split(/[;\n]|\.(?=\s|$)/)
    .filter((clause) => CLOSED.test(clause) && !NOT_YET.test(clause))
    .flatMap((clause) => findWrittenDates(clause, date).map((one) => one.date))
    .filter((day) => day >= date)
    .sort();
  return days.at(-1) ?? null;
}
