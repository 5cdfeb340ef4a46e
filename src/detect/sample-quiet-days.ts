import { dispersionFromDifferences } from '../statistics/dispersion-from-differences.ts';
import { drawGamma } from '../statistics/draw-gamma.ts';
import { multinomialSampler } from '../statistics/multinomial-sampler.ts';
import type { Random } from '../statistics/seeded-random.ts';
import type { SchoolRecord } from './school-record.ts';

/** Below this much over Poisson, weeks are taken as steady. */
const STEADY = 1.05;

/**
 * Makes a sampler of what a cell's days would look like with nothing going on: its total thrown on days by their
 * expected shares, weeks varying as much as the cell's own neighbouring weeks do.
 *
 * Few pupils or one class behind most of a cell make its weeks lumpy; held against a smoother chance, every lumpy
 * cell would be a hot spot. Neighbouring weeks see the lumps and hardly the hot spot.
 */
export function sampleQuietDays(
  record: SchoolRecord,
  counts: ArrayLike<number>,
  expected: Float64Array,
  total: number,
  random: Random,
): () => Int32Array {
  const weeks = record.weeks.length;
  const seen = new Array<number>(weeks).fill(0);
  const means = new Array<number>(weeks).fill(0);
  expected.forEach((mean, day) => {
    const week = record.week[day] ?? 0;
    seen[week] = (seen[week] ?? 0) + (counts[day] ?? 0);
    means[week] = (means[week] ?? 0) + mean;
  });
  const dispersion = dispersionFromDifferences(seen, means) ?? 1;
  const into = new Int32Array(expected.length);
  const steady = multinomialSampler(expected);
  if (dispersion < STEADY) return () => steady(random, total, into);
  const shape = total / weeks / (dispersion - 1);
  const { firstDay, share } = sharesInWeeks(record, expected, means);
  const levels = new Float64Array(weeks);
  const inWeek = new Int32Array(weeks);
  return () => {
    for (let week = 0; week < weeks; week += 1) levels[week] = (means[week] ?? 0) * drawGamma(random, shape);
    multinomialSampler(levels)(random, total, inWeek);
    into.fill(0);
    for (let week = 0; week < weeks; week += 1) {
      const start = firstDay[week] ?? 0;
      for (let ball = inWeek[week] ?? 0; ball > 0; ball -= 1) {
        let day = start;
        for (let left = random(); left >= (share[day] ?? 1) && record.week[day + 1] === week; day += 1) {
          left -= share[day] ?? 0;
        }
        into[day] = (into[day] ?? 0) + 1;
      }
    }
    return into;
  };
}

/** First day of each week, and each day's share of its week. */
function sharesInWeeks(
  record: SchoolRecord,
  expected: Float64Array,
  means: readonly number[],
): { readonly firstDay: Int32Array; readonly share: Float64Array } {
  const firstDay = new Int32Array(means.length).fill(-1);
  const share = expected.map((mean, day) => {
    const week = record.week[day] ?? 0;
    if (firstDay[week] === -1) firstDay[week] = day;
    return mean / (means[week] ?? 1);
  });
  return { firstDay, share };
}
