import type { SchoolRecord } from './school-record.ts';

/** The school's own rhythm: how much is recorded on each day, as a multiple of the usual day. */
export interface SchoolIndex {
  /** Mean 1 over the record's days. */
  readonly daily: Float64Array;
  /** Weight of one more incident on each day of the record, before smoothing: used to take a subject's own out. */
  readonly unit: Float64Array;
  /** First and last day that each day's smoothing reaches to. */
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** Whether the log is large enough to see a rhythm at all. */
  readonly usable: boolean;
}

/** Days on each side that the index averages over. */
const REACH = 2;

/**
 * Estimates how much the school as a whole records on each day: incident-days per pupil on roll, averaged over five
 * school days, times a weekday factor, scaled to mean 1.
 *
 * Weighting a pupil's days by it takes out the end of term, the dark weeks of winter and 'since September we log
 * everything', all of which would look like change in every pupil at once. Averages do not reach over a half-term
 * break. With fewer than `minIncidents` incidents every day counts the same. O(days + incidents).
 */
export function buildSchoolIndex(record: SchoolRecord, minIncidents: number): SchoolIndex {
  const n = record.days.length;
  const counts = countIncidentDays(record);
  const onRoll = countOnRoll(record);
  const total = counts.reduce((sum, count) => sum + count, 0);
  const from = new Int32Array(n);
  const to = new Int32Array(n);
  for (let day = 0; day < n; day += 1) {
    [from[day], to[day]] = [reach(record, day, -1), reach(record, day, 1)];
  }
  const flat = { daily: new Float64Array(n).fill(1), unit: new Float64Array(n), from, to, usable: false };
  if (total < minIncidents) return flat;
  const weekday = weekdayFactors(record, counts, onRoll);
  const unit = new Float64Array(n);
  const daily = new Float64Array(n);
  let sum = 0;
  for (let day = 0; day < n; day += 1) {
    const [first, last] = [from[day] ?? day, to[day] ?? day];
    let inReach = 0;
    for (let near = first; near <= last; near += 1) inReach += counts[near] ?? 0;
    const factor = weekday[record.weekday[day] ?? 0] ?? 1;
    unit[day] = factor / ((last - first + 1) * Math.max(1, onRoll[day] ?? 1));
    daily[day] = (unit[day] ?? 0) * inReach;
    sum += daily[day] ?? 0;
  }
  const scale = n / sum;
  return {
    daily: daily.map((value) => value * scale),
    unit: unit.map((value) => value * scale),
    from,
    to,
    usable: true,
  };
}

function reach(record: SchoolRecord, day: number, step: -1 | 1): number {
  let at = day;
  for (let moved = 0; moved < REACH; moved += 1) {
    const next = at + step;
    if (record.halfTerm[next] === undefined || record.halfTerm[next] !== record.halfTerm[day]) break;
    at = next;
  }
  return at;
}

/** A pupil counts once a day however often they were recorded. */
function countIncidentDays(record: SchoolRecord): Float64Array {
  const counts = new Float64Array(record.days.length);
  for (const events of record.events) {
    let last = -1;
    for (const { day } of events) {
      if (day !== last) counts[day] = (counts[day] ?? 0) + 1;
      last = day;
    }
  }
  return counts;
}

/** Pupils on roll on each day, by adding joins and taking leavers away. */
function countOnRoll(record: SchoolRecord): Float64Array {
  const change = new Float64Array(record.days.length + 1);
  for (const { years } of record.pupils) {
    for (const stay of years) {
      if (stay === null) continue;
      change[stay.first] = (change[stay.first] ?? 0) + 1;
      change[stay.last + 1] = (change[stay.last + 1] ?? 0) - 1;
    }
  }
  let current = 0;
  return change.slice(0, record.days.length).map((step) => {
    current += step;
    return current;
  });
}

function weekdayFactors(record: SchoolRecord, counts: Float64Array, onRoll: Float64Array): Float64Array {
  const seen = new Float64Array(7);
  const exposed = new Float64Array(7);
  record.weekday.forEach((weekday, day) => {
    seen[weekday] = (seen[weekday] ?? 0) + (counts[day] ?? 0);
    exposed[weekday] = (exposed[weekday] ?? 0) + (onRoll[day] ?? 0);
  });
  const mean = seen.reduce((sum, one) => sum + one, 0) / exposed.reduce((sum, one) => sum + one, 0);
  return seen.map((count, weekday) => {
    const rate = count / (exposed[weekday] ?? 1);
    return Number.isFinite(rate) && rate > 0 ? rate / mean : 1;
  });
}
