import { describe, expect, it } from 'vitest';
import { createRandom } from '../../src/statistics/seeded-random.ts';
import { separateRhythm } from '../../src/statistics/separate-rhythm.ts';
import { prepareUnevenCounts } from '../../src/statistics/uneven-counts.ts';

const WEEKS = 38;
/** Groups with a shared season, of which some step from a week on. */
function makeGroups(steps: readonly (readonly [from: number, ratio: number])[], mean = 4) {
  const random = createRandom(`rhythm ${JSON.stringify(steps)}`);
  const chance = prepareUnevenCounts(1);
  return steps.map(([from, ratio], which) => ({
    counts: Array.from({ length: WEEKS }, (_, week) =>
      chance.draw(
        random,
        chance.tableOf(mean * (1 + which / 10) * (1 + 0.5 * Math.sin(week / 6)) * (week >= from ? ratio : 1)),
      ),
    ),
    exposure: new Array<number>(WEEKS).fill(25),
    mayStep: true,
  }));
}
const still = [0, 1] as const;
const shiftOf = (exposure: Float64Array): number => {
  const half = (from: number, to: number): number =>
    exposure.slice(from, to).reduce((sum, one) => sum + one, 0);
  const season = Float64Array.from({ length: WEEKS }, (_, week) => 1 + 0.5 * Math.sin(week / 6));
  const usual =
    season.slice(19).reduce((sum, one) => sum + one, 0) /
    season.slice(0, 19).reduce((sum, one) => sum + one, 0);
  return half(19, WEEKS) / half(0, 19) / usual;
};

describe('separateRhythm', () => {
  it('takes a shared rhythm for no step', () => {
    for (const { logFactor, exposure } of separateRhythm(makeGroups(new Array(8).fill(still)), 4)) {
      expect(logFactor).toBeLessThan(2);
      expect(shiftOf(exposure)).toBeGreaterThan(0.8);
      expect(shiftOf(exposure)).toBeLessThan(1.25);
    }
  });

  it('finds the three of seven that step, and does not let the others seem to fall', () => {
    const groups = makeGroups([[19, 3], [12, 2.5], [24, 2.5], still, still, still, still]);
    const found = separateRhythm(groups, 4);
    expect(found.map(({ logFactor }) => logFactor > 3)).toEqual([
      true,
      true,
      true,
      false,
      false,
      false,
      false,
    ]);
    // A plain mean of the others would have risen by two fifths here.
    for (const { exposure } of found.slice(3)) expect(shiftOf(exposure)).toBeLessThan(1.25);
    expect(found[0]?.level[WEEKS - 1]).toBeGreaterThan(2);
  });

  it('takes what all do at once for the rhythm', () => {
    for (const { logFactor } of separateRhythm(makeGroups(new Array(6).fill([19, 2.5])), 4))
      expect(logFactor).toBeLessThan(2);
  });

  it('does not take one of two for a faller when the other rises, nor a group for a stepper that may not be one', () => {
    const two = separateRhythm(makeGroups([[19, 3], still], 6), 4);
    expect(two[0]?.logFactor).toBeGreaterThan(2);
    expect(two[1]?.logFactor).toBeLessThan(1);
    const beside = makeGroups([still, [19, 0.3]], 60).map((group, at) => ({ ...group, mayStep: at === 0 }));
    const [only] = separateRhythm(beside, 4);
    expect(only?.logFactor).toBeGreaterThan(2);
    expect(only?.level[WEEKS - 1]).toBeGreaterThan(2);
  });

  it('does not depend on the order of the groups, and bears empty groups and absent ones', () => {
    const groups = makeGroups([[19, 3], still, still, still]);
    const forwards = separateRhythm(groups, 4).map(({ logFactor }) => logFactor);
    const backwards = separateRhythm(groups.toReversed(), 4).map(({ logFactor }) => logFactor);
    backwards.reverse().forEach((one, at) => {
      expect(one).toBeCloseTo(forwards[at] ?? 0, 6);
    });
    const nothing = { counts: new Array(WEEKS).fill(0), exposure: new Array(WEEKS).fill(0), mayStep: true };
    const late = {
      counts: [...new Array(20).fill(0), ...new Array(18).fill(4)],
      exposure: [...new Array(20).fill(0), ...new Array(18).fill(25)],
      mayStep: true,
    };
    const withMore = separateRhythm([...groups, nothing, late], 4);
    for (const { exposure, level } of withMore) {
      expect(exposure.every((one) => Number.isFinite(one) && one >= 0)).toBe(true);
      expect(level.every((one) => one > 0)).toBe(true);
    }
    expect(withMore[4]?.logFactor).toBe(Number.NEGATIVE_INFINITY);
    expect(withMore[0]?.logFactor).toBeGreaterThan(3);
    expect(separateRhythm([], 4)).toEqual([]);
  });
});
