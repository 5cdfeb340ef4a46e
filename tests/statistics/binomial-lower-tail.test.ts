import { describe, expect, it } from 'vitest';
import { binomialLowerTail } from '../../src/statistics/binomial-lower-tail.ts';

describe('binomialLowerTail', () => {
  it('agrees with scipy', () => {
    expect(binomialLowerTail(2, 20, 0.3)).toBeCloseTo(0.03548313229846864, 12); // scipy.stats.binom.cdf(2, 20, .3)
    expect(binomialLowerTail(20, 20, 0.3)).toBe(1);
    expect(binomialLowerTail(-1, 20, 0.3)).toBe(0);
  });
});
