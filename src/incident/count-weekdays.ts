import type { TrustSchool } from './trust-analysis.ts';

/** Incidents of a school by day of the week, whatever the time, under the day in small letters. */
export function countWeekdays({ counts }: Pick<TrustSchool, 'counts'>): Record<string, number> {
  return Object.fromEntries(
    Object.entries(counts.weekday_period).map(([day, row]) => [
      day.toLowerCase(),
      Object.values(row).reduce((sum, count) => sum + count, 0),
    ]),
  );
}
