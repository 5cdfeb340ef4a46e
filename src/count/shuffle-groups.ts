import { createRandom, type Random } from '../statistics/seeded-random.ts';
import type { PupilExposure } from './clustered-rate.ts';

/** Shuffles: the smallest chance that can be told is one in a thousand. */
const SHUFFLES = 999;

/**
 * For each group of each grouping, how often a split of the same pupils at random differs from all others as much as
 * the real one: a permutation test of the rate ratio, two-sided on the log scale. Whole pupils are moved, so one
 * child's ten incidents stay one child's, and no curve is assumed for how incidents fall on pupils, which a normal
 * interval on few pupils would. Half an incident is added on both sides so that an empty group has a ratio. The
 * random source is seeded from the data; all groupings share the shuffles. `groupings` gives the group of each pupil.
 * O(shuffles x pupils x groupings).
 */
export function shuffleGroups(
  pupils: readonly PupilExposure[],
  groupings: readonly (readonly string[])[],
): Map<string, number>[] {
  const counts = Float64Array.from(pupils, ({ count }) => count);
  const days = Float64Array.from(pupils, (pupil) => pupil.days);
  const tests = groupings.map((groups) => {
    const names = [...new Set(groups)].sort();
    const place = new Map(names.map((name, at) => [name, at]));
    const labels = Int32Array.from(groups, (group) => place.get(group) ?? 0);
    return {
      names,
      labels,
      observed: measureSplit(counts, days, labels, names.length),
      asFar: names.map(() => 0),
    };
  });
  const random = createRandom(`${pupils.length}|${counts.reduce((sum, count) => sum + count, 0)}`);
  for (let shuffle = 0; shuffle < SHUFFLES; shuffle++) {
    shufflePupils(counts, days, random);
    for (const { names, labels, observed, asFar } of tests) {
      for (const [at, far] of measureSplit(counts, days, labels, names.length).entries()) {
        if (far >= (observed[at] ?? 0) - 1e-12) asFar[at] = (asFar[at] ?? 0) + 1;
      }
    }
  }
  return tests.map(
    ({ names, asFar }) => new Map(names.map((name, at) => [name, ((asFar[at] ?? 0) + 1) / (SHUFFLES + 1)])),
  );
}

/** Fisher-Yates, counts and days together. */
function shufflePupils(counts: Float64Array, days: Float64Array, random: Random): void {
  for (let at = counts.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    const [count, day] = [counts[at] ?? 0, days[at] ?? 0];
    counts[at] = counts[other] ?? 0;
    days[at] = days[other] ?? 0;
    counts[other] = count;
    days[other] = day;
  }
}

/** How far each group's rate is from that of all others: the absolute log of the ratio. */
function measureSplit(counts: Float64Array, days: Float64Array, labels: Int32Array, size: number): number[] {
  const [count, exposure] = [new Float64Array(size), new Float64Array(size)];
  let [allCount, allDays] = [0, 0];
  for (let i = 0; i < labels.length; i++) {
    const at = labels[i] ?? 0;
    count[at] = (count[at] ?? 0) + (counts[i] ?? 0);
    exposure[at] = (exposure[at] ?? 0) + (days[i] ?? 0);
    allCount += counts[i] ?? 0;
    allDays += days[i] ?? 0;
  }
  return Array.from(count, (own, at) => {
    const mine = exposure[at] ?? 0;
    const others = allDays - mine;
    if (mine === 0 || others === 0) return 0;
    return Math.abs(Math.log((own + 0.5) / mine / ((allCount - own + 0.5) / others)));
  });
}
