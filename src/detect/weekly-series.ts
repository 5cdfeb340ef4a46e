import type { DetectionContext } from './detection-context.ts';
import type { DaySpan, PlacedIncident } from './school-record.ts';

/** A group of pupils' week-by-week record in one academic year. */
export interface WeeklySeries {
  /** Mondays. */
  readonly weeks: readonly string[];
  /** First recorded day of each week. */
  readonly firstDay: readonly number[];
  /** Incidents, at most three a pupil and day. */
  readonly counts: readonly number[];
  /** Pupil-days on roll, weighted by the rhythm of the rest of the school; above 0. */
  readonly exposure: readonly number[];
  readonly total: number;
  /** The incidents counted, pupil by pupil, and whose each is. */
  readonly incidents: readonly PlacedIncident[];
  readonly pupils: readonly number[];
}

/**
 * The week-by-week record of some pupils (a class, a year group; indices into `pupils`) in a span of days.
 *
 * With the rhythm of the others the group's own incidents are left out of the school index, so that a large group's
 * change does not hide in it; flat, every school day counts the same.
 */
export function buildWeeklySeries(
  context: DetectionContext,
  span: DaySpan,
  members: readonly number[],
  rhythm: 'others' | 'flat',
): WeeklySeries {
  const { record, thresholds } = context;
  const onRoll = new Float64Array(record.days.length + 1);
  const own = new Float64Array(record.days.length);
  const perDay = new Float64Array(record.days.length);
  const incidents: PlacedIncident[] = [];
  const pupils: number[] = [];
  const cap = thresholds.record.max_per_pupil_day;
  for (const pupil of members) {
    for (const stay of record.pupils[pupil]?.years ?? []) {
      if (stay === null || stay.first > span.last || stay.last < span.first) continue;
      const first = Math.max(stay.first, span.first);
      const last = Math.min(stay.last, span.last);
      onRoll[first] = (onRoll[first] ?? 0) + 1;
      onRoll[last + 1] = (onRoll[last + 1] ?? 0) - 1;
      let [previous, today] = [-1, 0];
      for (const incident of record.events[pupil] ?? []) {
        const { day } = incident;
        if (day < first || day > last) continue;
        today = day === previous ? today + 1 : 1;
        if (today > cap) continue;
        if (today === 1) own[day] = (own[day] ?? 0) + 1;
        previous = day;
        perDay[day] = (perDay[day] ?? 0) + 1;
        incidents.push(incident);
        pupils.push(pupil);
      }
    }
  }
  // From who joined and left on each day to who was there.
  for (let day = 1; day < onRoll.length; day += 1) onRoll[day] = (onRoll[day] ?? 0) + (onRoll[day - 1] ?? 0);
  const counts: number[] = [];
  const exposure: number[] = [];
  const weeks: string[] = [];
  const firstDay: number[] = [];
  const daily = rhythm === 'flat' || !context.index.usable ? null : leaveOut(context, own, span);
  let first = span.first;
  while (first <= span.last) {
    const week = record.week[first] ?? 0;
    let [seen, exposed, day] = [0, 0, first];
    for (; day <= span.last && record.week[day] === week; day += 1) {
      seen += perDay[day] ?? 0;
      exposed += (onRoll[day] ?? 0) * (daily?.[day] ?? 1);
    }
    if (exposed > 0) {
      weeks.push(record.weeks[week] ?? '');
      firstDay.push(first);
      counts.push(seen);
      exposure.push(exposed);
    }
    first = day;
  }
  const total = counts.reduce((sum, count) => sum + count, 0);
  return { weeks, firstDay, counts, exposure, total, incidents, pupils };
}

/** The school index with a group's own incident-days taken out, never below a twentieth of itself. */
function leaveOut({ index }: DetectionContext, own: Float64Array, { first, last }: DaySpan): Float64Array {
  const daily = new Float64Array(own.length);
  for (let day = first; day <= last; day += 1) {
    const value = index.daily[day] ?? 0;
    let mine = 0;
    for (let near = index.from[day] ?? day; near <= (index.to[day] ?? day); near += 1) mine += own[near] ?? 0;
    daily[day] = Math.max(value - mine * (index.unit[day] ?? 0), value / 20);
  }
  return daily;
}
