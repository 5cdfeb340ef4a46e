import type { SchoolIndex } from './school-index.ts';
import type { DaySpan, PlacedIncident, PupilYear, SchoolRecord } from './school-record.ts';

/** School days on roll in a span, plain and weighted by the school index. */
export interface Exposure {
  readonly days: number;
  readonly weighted: number;
}

/** Exposures of every pupil in every term: entry `pupil x terms + term`. */
export interface TermExposures {
  readonly days: Int32Array;
  readonly weighted: Float64Array;
}

/** Answers how exposed pupils were in any span of days. */
export interface ExposureTable {
  /** A pupil's exposure in a span; the pupil's own incidents are taken out of the index. */
  readonly ofPupil: (pupil: number, span: DaySpan) => Exposure;
  /** The same for whole terms, worked out once for all detectors. */
  readonly ofTerms: TermExposures;
  /** Sum of the index over days `first` to `last`, both included. */
  readonly sum: (first: number, last: number) => number;
}

/**
 * Makes the table of exposures: school days on roll, weighted by how much the school records on such days.
 *
 * Never calendar days: half-terms run from 23 to 39 school days. Sums are read from running totals, so a span costs
 * O(years), plus O(incidents of the pupil) for leaving the pupil's own out.
 */
export function buildExposure(record: SchoolRecord, index: SchoolIndex): ExposureTable {
  const running = runningTotals(index.daily);
  const unitRunning = runningTotals(index.unit);
  const sum = (first: number, last: number): number =>
    last < first ? 0 : (running[last + 1] ?? 0) - (running[first] ?? 0);
  /** What one of the pupil's own incident-days adds to the index within some days. */
  const own = (day: number, first: number, last: number): number => {
    // An incident counts in the mean of every day whose reach includes it: the same days as its own reach.
    const from = Math.max(index.from[day] ?? day, first);
    const to = Math.min(index.to[day] ?? day, last);
    return to < from ? 0 : (unitRunning[to + 1] ?? 0) - (unitRunning[from] ?? 0);
  };
  return {
    sum,
    ofTerms: exposeTerms(record, sum, own),
    ofPupil: (pupil, span) => {
      let days = 0;
      let weighted = 0;
      for (const stay of record.pupils[pupil]?.years ?? []) {
        if (stay === null || stay.first > span.last || stay.last < span.first) continue;
        const part = overlap(stay, span);
        days += part.last - part.first + 1;
        weighted += sum(part.first, part.last) - ownPart(record.events[pupil] ?? [], part, own);
      }
      return { days, weighted: Math.max(weighted, 0) };
    },
  };
}

type Own = (day: number, first: number, last: number) => number;

function runningTotals(values: Float64Array): Float64Array {
  const running = new Float64Array(values.length + 1);
  for (let day = 0; day < values.length; day += 1)
    running[day + 1] = (running[day] ?? 0) + (values[day] ?? 0);
  return running;
}

function overlap(stay: PupilYear, span: DaySpan): DaySpan {
  return { first: Math.max(stay.first, span.first), last: Math.min(stay.last, span.last) };
}

/** What the pupil's own incident-days add to the index within a span. */
function ownPart(events: readonly PlacedIncident[], span: DaySpan, own: Own): number {
  let part = 0;
  let previous = -1;
  for (const { day } of events) {
    if (day === previous) continue;
    previous = day;
    part += own(day, span.first, span.last);
  }
  return part;
}

/** Every pupil's exposure in every term, in one pass over their stays and incidents: the index's reach ends with the half-term. */
function exposeTerms(
  { pupils, events, terms, days: dates }: SchoolRecord,
  sum: ExposureTable['sum'],
  own: Own,
): TermExposures {
  const days = new Int32Array(pupils.length * terms.length);
  const weighted = new Float64Array(days.length);
  const termOf = new Int32Array(dates.length).fill(-1);
  terms.forEach(({ first, last }, term) => {
    termOf.fill(term, first, last + 1);
  });
  const first = new Int32Array(terms.length);
  const last = new Int32Array(terms.length);
  for (let pupil = 0; pupil < pupils.length; pupil += 1) {
    const base = pupil * terms.length;
    first.fill(0);
    last.fill(-1);
    for (const stay of pupils[pupil]?.years ?? []) {
      if (stay === null) continue;
      for (let term = termOf[stay.first] ?? 0; term <= (termOf[stay.last] ?? -1); term += 1) {
        const span = overlap(stay, terms[term] ?? stay);
        first[term] = span.first;
        last[term] = span.last;
        days[base + term] = span.last - span.first + 1;
        weighted[base + term] = sum(span.first, span.last);
      }
    }
    let previous = -1;
    for (const { day } of events[pupil] ?? []) {
      if (day === previous) continue;
      previous = day;
      const term = termOf[day] ?? 0;
      weighted[base + term] = (weighted[base + term] ?? 0) - own(day, first[term] ?? 0, last[term] ?? -1);
    }
  }
  for (let at = 0; at < weighted.length; at += 1) if ((weighted[at] ?? 0) < 0) weighted[at] = 0;
  return { days, weighted };
}
