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
  const levels = new Float64Array(weeks);
  const running = new Float64Array(expected.length);
  return () => {
    for (let week = 0; week < weeks; week += 1) levels[week] = drawGamma(random, shape);
    let sum = 0;
    for (let day = 0; day < running.length; day += 1) {
      sum += (expected[day] ?? 0) * (levels[record.week[day] ?? 0] ?? 1);
      running[day] = sum;
    }
    into.fill(0);
    for (let ball = 0; ball < total; ball += 1) {
      const place = random() * sum;
      let low = 0;
      let high = running.length - 1;
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((running[middle] ?? 0) > place) high = middle;
        else low = middle + 1;
      }
      into[low] = (into[low] ?? 0) + 1;
    }
    return into;
  };
}
