import { describe, expect, it } from 'vitest';
import { poissonETest } from '../../src/statistics/poisson-e-test.ts';

describe('poissonETest', () => {
  it('agrees with statsmodels test_poisson_2indep', () => {
    const test = poissonETest({ x1: 9, t1: 63, x2: 3, t2: 70 });
    expect(test.pTwoSided).toBeCloseTo(0.0601976, 4); // method='etest-score'
    expect(test.scorePTwoSided).toBeCloseTo(0.05523425371806375, 9); // method='score'
    expect(test.scoreStatistic).toBeCloseTo(1.9170289512680818, 10);
  });

  it('does not mind which period comes first, nor that nothing happened', () => {
    const [one, other] = [
      poissonETest({ x1: 8, t1: 60, x2: 2, t2: 45 }),
      poissonETest({ x1: 2, t1: 45, x2: 8, t2: 60 }),
    ];
    expect(one.pTwoSided).toBeCloseTo(other.pTwoSided, 10);
    expect(poissonETest({ x1: 0, t1: 60, x2: 0, t2: 45 })).toEqual({
      pTwoSided: 1,
      scorePTwoSided: 1,
      scoreStatistic: 0,
    });
  });
});
