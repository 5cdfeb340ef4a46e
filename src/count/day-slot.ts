import type { Incident } from '../incident/incident.ts';
import type { DayPeriod } from '../incident/period.ts';

/** Key for records without a time of day. */
const NO_TIME = 'Time not recorded';

/** Key for a time that lies in none of the school's periods. */
const OUTSIDE_PERIODS = 'Other times';

/**
 * The part of the school day of an incident: the school's own period when its times are known, else the period
 * the export names, else the hour (`08:00`). A time counts to the period it starts in, so that the minute of a
 * bell is never in two.
 */
export function daySlotOf(incident: Incident, dayPeriods: readonly DayPeriod[]): string {
  const { time, period } = incident;
  if (dayPeriods.length > 0) {
    const named = dayPeriods.find((each) => each.name.toLowerCase() === period?.toLowerCase());
    if (named !== undefined) return named.name;
    if (time === null) return NO_TIME;
    return dayPeriods.find((each) => each.start <= time && time < each.end)?.name ?? OUTSIDE_PERIODS;
  }
  if (period !== null && period !== '') return period;
  return time === null ? NO_TIME : `${time.slice(0, 2)}:00`;
}

/** All slots met, in the order of the day: the school's periods first, then hours, other names, and no time. */
export function orderDaySlots(slots: Iterable<string>, dayPeriods: readonly DayPeriod[]): string[] {
  const place = new Map(dayPeriods.map((each, index) => [each.name, index]));
  const rank = (slot: string): number => {
    const known = place.get(slot);
    if (known !== undefined) return known;
    if (slot === NO_TIME) return 3000;
    return slot === OUTSIDE_PERIODS ? 2000 : 1000;
  };
  return [...new Set(slots)].sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
}
