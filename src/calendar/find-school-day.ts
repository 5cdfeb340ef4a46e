import type { IsoDate } from '../incident/incident.ts';
import { toDayNumber } from './iso-date.ts';

/** The school day nearest before (else after) a date, as an index, or -1 when none is within `maxDays`. */
export function findSchoolDay(days: readonly IsoDate[], date: IsoDate, maxDays: number): number {
  let low = 0;
  let high = days.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((days[middle] ?? '') <= date) low = middle + 1;
    else high = middle;
  }
  const at = toDayNumber(date);
  const before = days[low - 1];
  if (before !== undefined && at - toDayNumber(before) <= maxDays) return low - 1;
  const after = days[low];
  return after !== undefined && toDayNumber(after) - at <= maxDays ? low : -1;
}
