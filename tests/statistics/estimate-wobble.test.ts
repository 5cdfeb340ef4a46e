import { describe, expect, it } from 'vitest';
import { drawGamma } from '../../src/statistics/draw-gamma.ts';
import { estimateWobble, type TermPair } from '../../src/statistics/estimate-wobble.ts';
import { createRandom, type Random } from '../../src/statistics/seeded-random.ts';

const drawPoisson = (random: Random, mean: number): number => {
  let [count, chance] = [0, random()];
  for (const floor = Math.exp(-mean); chance > floor; chance *= random()) count++;
  return count;
};

/** Pupils whose own rate wobbles with the given shape; a share of them changes 2.5-fold. */
const simulate = (seed: string, shape: number, changed: number, n = 600): TermPair[] => {
  const random = createRandom(seed);
  return Array.from({ length: n }, () => {
    const rate = 4 + 12 * drawGamma(random, 1);
    const factor = random() < changed ? 2.5 : 1;
    return {
      x1: drawPoisson(random, (rate * factor * drawGamma(random, shape)) / shape),
      t1: 60,
      x0: drawPoisson(random, (rate * drawGamma(random, shape)) / shape),
      t0: 60,
    };
  });
};

describe('estimateWobble', () => {
  it('finds the wobble put in, whether or not some pupils really changed', () => {
    for (const changed of [0, 0.06]) {
      expect(estimateWobble(simulate('calm', 24, changed))).toBeGreaterThan(15);
      expect(estimateWobble(simulate('calm', 24, changed))).toBeLessThan(36);
      expect(estimateWobble(simulate('wild', 7, changed))).toBeGreaterThan(4.5);
      expect(estimateWobble(simulate('wild', 7, changed))).toBeLessThan(11);
    }
  });

  it('believes 20 until there are a hundred pairs of six or more incidents', () => {
    expect(estimateWobble([])).toBe(20);
    expect(estimateWobble(simulate('few', 5, 0, 90))).toBe(20);
    expect(estimateWobble(new Array(500).fill({ x1: 3, t1: 60, x0: 2, t0: 60 }))).toBe(20);
  });

  it('does not depend on the order of the pairs', () => {
    const pairs = simulate('order', 15, 0.05, 300);
    expect(estimateWobble(pairs.toReversed())).toBe(estimateWobble(pairs));
  });
});
