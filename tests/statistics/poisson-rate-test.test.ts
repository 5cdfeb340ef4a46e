import { describe, expect, it } from 'vitest';
import { poissonRateTest } from '../../src/statistics/poisson-rate-test.ts';

describe('poissonRateTest', () => {
  it('agrees with R poisson.test(c(2, 10), c(17877, 20000)), whose p and interval disagree', () => {
    const test = poissonRateTest({ x1: 2, t1: 17_877, x2: 10, t2: 20_000 });
    expect(test.pTwoSided).toBeCloseTo(0.0421343342293197, 9);
    expect(test.pCentral).toBeCloseTo(0.0605564484336756, 9);
    expect(test.pMidTwoSided).toBeCloseTo(0.0357864325481203, 9);
    expect(test.ciLower).toBeCloseTo(0.0238373823487767, 9);
    expect(test.ciUpper).toBeCloseTo(1.04995467759594, 9);
    expect(test.rateRatio).toBeCloseTo(0.22375118867819, 9);
  });

  it('has no upper limit when the second period is empty: at least so much', () => {
    const test = poissonRateTest({ x1: 6, t1: 63, x2: 0, t2: 58 });
    expect(test.rateRatio).toBe(Number.POSITIVE_INFINITY);
    expect(test.ciUpper).toBe(Number.POSITIVE_INFINITY);
    expect(test.ciLower).toBeCloseTo(1.08397831892067, 9); // R poisson.test(c(6, 0), c(63, 58))
    expect(test.pTwoSided).toBeCloseTo(0.0320517732694279, 9);
    expect(test.pLess).toBe(1);
  });

  it('has a lower limit of 0 when the first period is empty', () => {
    const test = poissonRateTest({ x1: 0, t1: 58, x2: 6, t2: 63 });
    expect([test.rateRatio, test.ciLower]).toEqual([0, 0]);
    expect(test.ciUpper).toBeCloseTo(1 / 1.08397831892067, 9);
  });

  it('says nothing when nothing happened', () => {
    expect(poissonRateTest({ x1: 0, t1: 60, x2: 0, t2: 62 })).toMatchObject({
      pTwoSided: 1,
      pCentral: 1,
      pMidTwoSided: 1,
      rateRatio: null,
      ciLower: 0,
      ciUpper: Number.POSITIVE_INFINITY,
    });
  });

  it('is 1 when the split is exactly the expected one', () => {
    expect(poissonRateTest({ x1: 5, t1: 60, x2: 5, t2: 60 }).pTwoSided).toBe(1);
  });
});
