import { describe, expect, it } from 'vitest';
import { binomialProbability } from '../../src/statistics/binomial-probability.ts';

describe('binomialProbability', () => {
  it('agrees with scipy and sums to 1', () => {
    expect(binomialProbability(7, 20, 0.3)).toBeCloseTo(0.1642619852172366, 12); // scipy.stats.binom.pmf(7, 20, .3)
    const all = Array.from({ length: 201 }, (_, k) => binomialProbability(k, 200, 0.07));
    expect(all.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 12);
  });

  it('knows its ends', () => {
    expect([binomialProbability(0, 3, 0), binomialProbability(1, 3, 0)]).toEqual([1, 0]);
    expect([binomialProbability(3, 3, 1), binomialProbability(2, 3, 1)]).toEqual([1, 0]);
    expect([binomialProbability(-1, 3, 0.5), binomialProbability(4, 3, 0.5)]).toEqual([0, 0]);
  });
});
