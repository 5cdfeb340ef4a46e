import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../../src/statistics/seeded-random.ts';
import { prepareUnevenCounts } from '../../src/statistics/uneven-counts.ts';

function momentsOf(dispersion: number, mean: number, draws = 40_000): readonly [number, number] {
  const random = createRandom(`uneven ${dispersion} ${mean}`);
  const { draw, tableOf } = prepareUnevenCounts(dispersion);
  const counts = Array.from({ length: draws }, () => draw(random, tableOf(mean)));
  const average = counts.reduce((sum, one) => sum + one, 0) / draws;
  const variance = counts.reduce((sum, one) => sum + (one - average) ** 2, 0) / draws;
  return [average, variance];
}

describe('prepareUnevenCounts', () => {
  it.each([
    [1, 0.2],
    [1, 4],
    [1.6, 4],
    [3, 0.5],
    [2, 40],
    [5, 900],
  ])('dispersion %d, mean %d: has the mean, and the variance that many times larger', (dispersion, mean) => {
    const [average, variance] = momentsOf(dispersion, mean);
    // Means are rounded to 2 %; the rest is the sampling error of 40,000 draws.
    expect(Math.abs(average / mean - 1)).toBeLessThan(0.01 + (4 * Math.sqrt(dispersion / mean)) / 200);
    expect(variance / mean / dispersion).toBeGreaterThan(0.93);
    expect(variance / mean / dispersion).toBeLessThan(1.07);
  });

  it('has the chances of the Poisson and the negative binomial', () => {
    const random = createRandom('nought');
    const shareOfNoughts = (dispersion: number): number => {
      const { draw, tableOf } = prepareUnevenCounts(dispersion);
      return (
        Array.from({ length: 40_000 }, () => draw(random, tableOf(1))).filter((one) => one === 0).length /
        40_000
      );
    };
    expect(shareOfNoughts(1)).toBeCloseTo(Math.exp(-1), 2);
    expect(shareOfNoughts(0.4)).toBeCloseTo(Math.exp(-1), 2);
    // Size 1 (mean 1, variance 2) is the geometric distribution.
    expect(shareOfNoughts(2)).toBeCloseTo(0.5, 2);
  });

  it('draws whole numbers, none below 0, and the same ones again from the same seed', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.5, max: 30, noNaN: true }),
        fc.double({ min: 0, max: 5000, noNaN: true }),
        fc.integer(),
        (dispersion, mean, seed) => {
          const draw = () => {
            const counts = prepareUnevenCounts(dispersion);
            return counts.draw(createRandom(seed), counts.tableOf(mean));
          };
          expect(Number.isInteger(draw())).toBe(true);
          expect(draw()).toBeGreaterThanOrEqual(0);
          expect(draw()).toBe(draw());
        },
      ),
      { numRuns: 60 },
    );
  });

  it('draws nothing where nothing is expected', () => {
    const { draw, tableOf } = prepareUnevenCounts(2);
    expect(draw(createRandom(1), tableOf(0))).toBe(0);
  });
});
