import { describe, expect, it } from 'vitest';
import { fisherExact } from '../../src/statistics/fisher-exact.ts';

describe('fisherExact', () => {
  it('agrees with R fisher.test, and with scipy for the odds ratio', () => {
    const test = fisherExact(7, 3, 2, 9);
    expect(test.pTwoSided).toBeCloseTo(0.029973122852379817, 10);
    expect(test.pGreater).toBeCloseTo(0.024172422005239336, 10);
    expect(test.pLess).toBeCloseTo(0.9982819038546593, 10);
    expect(test.conditionalOddsRatio).toBeCloseTo(9.140539120529576, 7); // scipy.stats.contingency.odds_ratio
    expect(test.ciLower).toBeCloseTo(1.0121870042555638, 8);
    expect(test.ciUpper / 140.56924814168622).toBeCloseTo(1, 7);
  });

  it('has limits of 0 and Infinity at empty cells', () => {
    const [low, high] = [fisherExact(0, 10, 5, 5), fisherExact(5, 5, 0, 10)];
    expect(low).toMatchObject({ conditionalOddsRatio: 0, ciLower: 0 });
    expect(high).toMatchObject({
      conditionalOddsRatio: Number.POSITIVE_INFINITY,
      ciUpper: Number.POSITIVE_INFINITY,
    });
    expect(high.ciLower * low.ciUpper).toBeCloseTo(1, 8);
  });

  it('has nothing to say when only one table is possible', () => {
    expect(fisherExact(0, 10, 0, 12)).toEqual({
      pTwoSided: 1,
      pGreater: 1,
      pLess: 1,
      conditionalOddsRatio: null,
      ciLower: 0,
      ciUpper: Number.POSITIVE_INFINITY,
    });
  });
});
