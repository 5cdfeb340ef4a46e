import type { SchoolIndex } from './school-index.ts';
import type { DaySpan, PupilEvent, PupilYear, SchoolRecord } from './school-record.ts';

/** School days on roll in a span, plain and weighted by the school index. */
export interface Exposure {
  readonly days: number;
  readonly weighted: number;
}

/** Answers how exposed pupils were in any span of days. */
export interface ExposureTable {
  /** A pupil's exposure in a span; the pupil's own incidents are taken out of the index. */
  readonly ofPupil: (pupil: number, span: DaySpan) => Exposure;
  /** Sum of the index over days `first` to `last`, both included. */
  readonly sum: (first: number, last: number) => number;
}

/**
 * Makes the table of exposures: school days on roll, weighted by how much the school records on such days.
 *
 * Never calendar days: half-terms run from 23 to 39 school days. Sums are read from running totals, so a span costs
 * O(years), plus O(incident-days of the pupil) for leaving the pupil's own out.
 */
export function buildExposure(record: SchoolRecord, index: SchoolIndex): ExposureTable {
  const n = record.days.length;
  const running = new Float64Array(n + 1);
  const unitRunning = new Float64Array(n + 1);
  for (let day = 0; day < n; day += 1) {
    running[day + 1] = (running[day] ?? 0) + (index.daily[day] ?? 0);
    unitRunning[day + 1] = (unitRunning[day] ?? 0) + (index.unit[day] ?? 0);
  }
  const sum = (first: number, last: number): number =>
    last < first ? 0 : (running[last + 1] ?? 0) - (running[first] ?? 0);
  const unitSum = (first: number, last: number): number =>
    last < first ? 0 : (unitRunning[last + 1] ?? 0) - (unitRunning[first] ?? 0);
  return {
    sum,
    ofPupil: (pupil, span) => {
      let days = 0;
      let weighted = 0;
      for (const stay of record.pupils[pupil]?.years ?? []) {
        if (stay === null || stay.first > span.last || stay.last < span.first) continue;
        const part = overlap(stay, span);
        days += part.last - part.first + 1;
        weighted += sum(part.first, part.last) - ownPart(record.events[pupil] ?? [], part, index, unitSum);
      }
      return { days, weighted: Math.max(weighted, 0) };
    },
  };
}

function overlap(stay: PupilYear, span: DaySpan): DaySpan {
  return { first: Math.max(stay.first, span.first), last: Math.min(stay.last, span.last) };
}

/** What the pupil's own incident-days add to the index within a span. */
function ownPart(
  events: readonly PupilEvent[],
  span: DaySpan,
  index: SchoolIndex,
  unitSum: (first: number, last: number) => number,
): number {
  let own = 0;
  let previous = -1;
  for (const { day } of events) {
    if (day === previous) continue;
    previous = day;
    // An incident counts in the mean of every day whose reach includes it: the same days as its own reach.
    const first = Math.max(index.from[day] ?? day, span.first);
    const last = Math.min(index.to[day] ?? day, span.last);
    own += unitSum(first, last);
  }
  return own;
}
