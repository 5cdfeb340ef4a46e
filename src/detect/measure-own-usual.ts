import type { DetectionContext } from './detection-context.ts';

/** How many times the usual rate of a category is usual for one pupil, by pupil and category. */
export type OwnUsual = (pupil: number, category: number) => number;

function sumTerms({ record, exposure }: DetectionContext): Float64Array {
  const terms = record.terms.length;
  const sums = new Float64Array(record.pupils.length);
  for (let pupil = 0; pupil < sums.length; pupil += 1)
    for (let term = 0; term < terms; term += 1)
      sums[pupil] = (sums[pupil] ?? 0) + (exposure.ofTerms.weighted[pupil * terms + term] ?? 0);
  return sums;
}

/**
 * Measures what is usual for a pupil by what else they are recorded for in the whole record: four records of one kind
 * say more of a pupil who is in no other than of one who is recorded for everything.
 *
 * Others observed over others expected, each with `added` put to it so that a pupil with none is not at zero (shrinkage
 * to the mean of pupils), to the power of `weight` since kinds go together only in part; times `ratio`, and kept from
 * `least` to `most`: however busy a pupil is, far more of one kind stays a pattern.
 */
export function measureOwnUsual(context: DetectionContext): OwnUsual {
  const { record, thresholds } = context;
  const { ratio, weight, added, least, most } = thresholds.pupil_pattern.usual;
  const exposed = sumTerms(context);
  const inCategory = new Int32Array(record.categories.length);
  let all = 0;
  for (const events of record.events)
    for (const { categories } of events) {
      all += 1;
      for (const category of categories) inCategory[category] = (inCategory[category] ?? 0) + 1;
    }
  const total = exposed.reduce((sum, one) => sum + one, 0);
  return (pupil, category) => {
    const events = record.events[pupil] ?? [];
    const others = events.reduce((sum, { categories }) => sum + (categories.includes(category) ? 0 : 1), 0);
    const rate = total > 0 ? (all - (inCategory[category] ?? 0)) / total : 0;
    const expected = (exposed[pupil] ?? 0) * rate;
    return Math.min(most, Math.max(least, ratio * ((others + added) / (expected + added)) ** weight));
  };
}
