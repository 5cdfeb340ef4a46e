import { poissonChangePoint } from '../statistics/poisson-change-point.ts';
import { countCapped } from './count-capped.ts';
import type { DetectionContext } from './detection-context.ts';
import type { DaySpan } from './school-record.ts';

/** Weeks on each side of a pupil's change. */
const FEWEST_WEEKS = 2;

/**
 * The weeks between which a pupil's change most likely began: those whose log-likelihood ratio is within 1.92 of the
 * best, by their Mondays. Only for pupils already found to have changed, so it adds no test. Null when the range
 * does not reach into the period asked about, where a date would contradict the comparison.
 */
export function locateStart(
  { record, exposure, thresholds }: DetectionContext,
  pupil: number,
  span: DaySpan,
  now: DaySpan,
): { readonly from: string; readonly to: string } | null {
  const counts: number[] = [];
  const exposures: number[] = [];
  const mondays: string[] = [];
  let first = span.first;
  while (first <= span.last) {
    const week = record.week[first] ?? 0;
    let last = first;
    while (last < span.last && record.week[last + 1] === week) last += 1;
    const { weighted } = exposure.ofPupil(pupil, { first, last });
    if (weighted > 0) {
      counts.push(
        countCapped(record.events[pupil] ?? [], { first, last }, thresholds.record.max_per_pupil_day),
      );
      exposures.push(weighted);
      mondays.push(record.weeks[week] ?? '');
    }
    first = last + 1;
  }
  const { within192 } = poissonChangePoint(counts, exposures, { minSegment: FEWEST_WEEKS });
  const from = mondays[within192[0] ?? -1];
  const to = mondays[within192.at(-1) ?? -1];
  if (from === undefined || to === undefined) return null;
  return to < (record.weeks[record.week[now.first] ?? 0] ?? '') ? null : { from, to };
}
