import { describe, expect, it } from 'vitest';
import { poissonLimits } from '../../src/statistics/poisson-limits.ts';

describe('poissonLimits', () => {
  it('agrees with R qpois(c(.001, .999), 12) and qpois(c(.025, .975), 12)', () => {
    expect(poissonLimits(12)).toEqual([3, 24]);
    expect(poissonLimits(12, 0.95)).toEqual([6, 19]);
  });
});
