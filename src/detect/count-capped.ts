import type { DaySpan, PlacedIncident } from './school-record.ts';

/**
 * Counts a pupil's incidents in a span, at most `cap` a day: four rows about one bad lunchtime are not four signs of
 * a change. Events are in order of day.
 */
export function countCapped(
  events: readonly Pick<PlacedIncident, 'day'>[],
  { first, last }: DaySpan,
  cap: number,
): number {
  let [count, day, today] = [0, -1, 0];
  for (const event of events) {
    if (event.day < first || event.day > last) continue;
    today = event.day === day ? today + 1 : 1;
    day = event.day;
    if (today <= cap) count += 1;
  }
  return count;
}
