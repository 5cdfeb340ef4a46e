import type { IsoDate } from '../incident/incident.ts';
import { formatDayMonth, formatDayMonthYear, partsOf } from './iso-date.ts';

/** Two days in few words: `8 to 12 June 2026`; month and year stand twice only where they are not the same. */
export function saySpan(from: IsoDate, to: IsoDate, between: 'to' | 'and' = 'to'): string {
  return `${sayFirst(from, to)} ${between} ${formatDayMonthYear(to)}`;
}

function sayFirst(from: IsoDate, to: IsoDate): string {
  const [first, last] = [partsOf(from), partsOf(to)];
  if (first.year !== last.year) return formatDayMonthYear(from);
  return first.month === last.month && first.day !== last.day ? String(first.day) : formatDayMonth(from);
}
