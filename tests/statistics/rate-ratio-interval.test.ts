import { describe, expect, it } from 'vitest';
import { rateRatioInterval } from '../../src/statistics/rate-ratio-interval.ts';

describe('rateRatioInterval', () => {
  it('agrees with scipy binomtest(11, 17, .25).proportion_ci(), as odds times 3', () => {
    const [low, high] = rateRatioInterval({ x1: 11, t1: 60, x2: 6, t2: 180 }, 0.95);
    expect(low).toBeCloseTo(1.86447305214962, 9);
    expect(high).toBeCloseTo(18.11226697571444, 8);
  });

  it('turned round is the reciprocal', () => {
    const [low, high] = rateRatioInterval({ x1: 4, t1: 30, x2: 9, t2: 50 }, 0.9);
    const [other, another] = rateRatioInterval({ x1: 9, t1: 50, x2: 4, t2: 30 }, 0.9);
    expect(low * another).toBeCloseTo(1, 12);
    expect(high * other).toBeCloseTo(1, 12);
  });
});
