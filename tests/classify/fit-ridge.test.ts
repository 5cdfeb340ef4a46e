import { describe, expect, it } from 'vitest';
import { createRandom } from '../../src/statistics/seeded-random.ts';
import { fitRidge, type RidgeCase } from './fit-ridge.ts';

describe('fitRidge', () => {
  it('finds the log odds of a share when there is only a start', () => {
    const cases = Array.from(
      { length: 40 },
      (_, at): RidgeCase => ({ places: [0], values: [1], offset: 0, isRight: at < 10 }),
    );
    expect(fitRidge(cases, 1, 1)[0]).toBeCloseTo(Math.log(10 / 30), 6);
  });

  it('learns nothing beyond an offset that says all', () => {
    const random = createRandom('ridge');
    const cases = Array.from({ length: 20_000 }, (): RidgeCase => {
      const value = 2 * random() - 1;
      const offset = 2 * value - 0.5;
      return { places: [0, 1], values: [1, value], offset, isRight: random() < 1 / (1 + Math.exp(-offset)) };
    });
    const [start = 9, weight = 9] = fitRidge(cases, 2, 1);
    expect(Math.abs(start)).toBeLessThan(0.06);
    expect(Math.abs(weight)).toBeLessThan(0.1);
  });

  it('stands where slope and shrinking are in balance', () => {
    // By hand: one value of 1, half of ten cases right without it, all of ten with it; x = 10 (1 - p(x + start)).
    const cases = Array.from(
      { length: 20 },
      (_, at): RidgeCase => ({
        places: at < 10 ? [0] : [0, 1],
        values: at < 10 ? [1] : [1, 1],
        offset: 0,
        isRight: at >= 10 || at % 2 === 0,
      }),
    );
    const [start = 0, weight = 0] = fitRidge(cases, 2, 1);
    const chance = (sum: number): number => 1 / (1 + Math.exp(-sum));
    expect(10 * (chance(start + weight) - 1) + weight).toBeCloseTo(0, 6);
    expect(10 * (chance(start + weight) - 1) + 10 * (chance(start) - 0.5)).toBeCloseTo(0, 6);
  });
});
