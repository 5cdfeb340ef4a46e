import { describe, expect, it } from 'vitest';
import { expectStepsByChance, type UnchangedClass } from '../../src/detect/expect-steps-by-chance.ts';
import { prepareUnevenCounts } from '../../src/statistics/uneven-counts.ts';

const LIMITS = { q_clear: 0.05, q_possible: 0.18, max_possible: 5, each_error: 0.5 };

/** Classes of a year of 38 weeks, their half-terms as uneven as a shape says. */
function makeClasses(count: number, blockShape: number): readonly UnchangedClass[] {
  const weeks = prepareUnevenCounts(1.2);
  return Array.from({ length: count }, (_, nth) => ({
    counts: Array.from({ length: 38 }, (_, week) => (week * (nth + 3)) % 5),
    exposure: Array.from({ length: 38 }, () => 5),
    total: 60,
    unsteadiness: { weeks, block: Array.from({ length: 38 }, (_, week) => Math.floor(week / 6)), blockShape },
  }));
}

function expectOf(classes: readonly UnchangedClass[], limits = LIMITS): number {
  return expectStepsByChance(classes, {
    minSegment: 4,
    dispersion: 1.2,
    limits,
  });
}

describe('expectStepsByChance', () => {
  it('expects none of no class, and next to none of classes that are no more than uneven', () => {
    expect(expectOf([])).toBe(0);
    expect(expectOf(makeClasses(20, Number.POSITIVE_INFINITY))).toBeLessThan(0.3);
  });

  it('does not hang on the order of the classes', () => {
    const classes = makeClasses(20, 4);
    expect(expectOf(classes.toReversed())).toBe(expectOf(classes));
  });

  it('expects more where half-terms go up and down by themselves, and no more than the list may hold', () => {
    const uneven = expectOf(makeClasses(20, 4));
    expect(uneven).toBeGreaterThan(expectOf(makeClasses(20, Number.POSITIVE_INFINITY)));
    expect(expectOf(makeClasses(20, 4), { ...LIMITS, q_clear: 0, max_possible: 1 })).toBeLessThanOrEqual(1);
  });
});
