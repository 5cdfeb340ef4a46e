import { estimateWobble, type TermPair } from '../statistics/estimate-wobble.ts';
import { countCapped } from './count-capped.ts';
import type { DetectionContext } from './detection-context.ts';

/**
 * How much this school's pupils vary from term to term with nothing going on, as a gamma shape: from every pupil's
 * neighbouring terms that end before day `before` (an index into the record's days), so that the change asked about
 * has no part in it. Shrunk towards 20, which is the answer where there is too little to tell.
 */
export function estimatePupilWobble(
  { record, exposure, thresholds }: DetectionContext,
  before: number,
): number {
  const cap = thresholds.record.max_per_pupil_day;
  const least = thresholds.pupil_trend.min_exposed_days;
  const { days, weighted } = exposure.ofTerms;
  const terms = record.terms.length;
  const earlier = record.terms.filter((term) => term.last < before).length;
  const pairs: TermPair[] = [];
  record.events.forEach((events, pupil) => {
    if (events.length < thresholds.pupil_trend.min_total) return;
    for (let at = pupil * terms + 1; at < pupil * terms + earlier; at += 1) {
      const [t0, t1] = [weighted[at - 1] ?? 0, weighted[at] ?? 0];
      if ((days[at - 1] ?? 0) < least || (days[at] ?? 0) < least || t0 <= 0 || t1 <= 0) continue;
      const countIn = (term: number): number => {
        const span = record.terms[term];
        return span === undefined ? 0 : countCapped(events, span, cap);
      };
      const later = at - pupil * terms;
      pairs.push({ x1: countIn(later), t1, x0: countIn(later - 1), t0 });
    }
  });
  return estimateWobble(pairs);
}
