import type { IsoDate } from '../incident/incident.ts';
import { formatDayMonth, formatDayMonthYear } from './iso-date.ts';

/** Two days in few words: `2 February to 15 July 2026`; the year stands twice only where it is not the same. */
export function saySpan(from: IsoDate, to: IsoDate, between: 'to' | 'and' = 'to'): string {
  const first = from.slice(0, 4) === to.slice(0, 4) ? formatDayMonth(from) : formatDayMonthYear(from);
  return `${first} ${between} ${formatDayMonthYear(to)}`;
}
