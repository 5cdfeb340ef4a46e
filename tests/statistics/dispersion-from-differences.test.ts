import { describe, expect, it } from 'vitest';
import { dispersionFromDifferences } from '../../src/statistics/dispersion-from-differences.ts';
import { drawGamma } from '../../src/statistics/draw-gamma.ts';
import { multinomialSampler } from '../../src/statistics/multinomial-sampler.ts';
import { createRandom } from '../../src/statistics/seeded-random.ts';

describe('dispersionFromDifferences', () => {
  it('is the mean squared difference of neighbours over its Poisson variance', () => {
    // ((3/2 - 1/2)^2 / (1/2 + 1/2) + (4/4 - 3/2)^2 / (1/4 + 1/2)) / 2
    expect(dispersionFromDifferences([1, 3, 4], [2, 2, 4])).toBeCloseTo((1 + 0.25 / 0.75) / 2, 12);
  });

  it('is about 1 for Poisson counts, and hardly moved by a step', () => {
    const random = createRandom('weeks');
    const counts = [...multinomialSampler(new Array(2000).fill(1))(random, 8000)];
    expect(dispersionFromDifferences(counts, new Array(2000).fill(4))).toBeCloseTo(1, 0);
    const step = counts.map((x, w) => (w < 1000 ? x : x + 4));
    expect(dispersionFromDifferences(step, new Array(2000).fill(4)) ?? 9).toBeLessThan(1.2);
  });

  it('grows with the wobble', () => {
    const random = createRandom('wobble');
    const mu = Array.from({ length: 2000 }, () => 4 * 2 * drawGamma(random, 1));
    expect(dispersionFromDifferences(mu, new Array(2000).fill(8)) ?? 0).toBeGreaterThan(4);
  });

  it('leaves out weeks without expectation and needs two', () => {
    expect(dispersionFromDifferences([1, 9, 3], [2, 0, 2])).toBeCloseTo(1, 12);
    expect(dispersionFromDifferences([1, 9], [2, 0])).toBeNull();
  });
});
