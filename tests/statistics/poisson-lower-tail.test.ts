import { describe, expect, it } from 'vitest';
import { poissonLowerTail } from '../../src/statistics/poisson-lower-tail.ts';

describe('poissonLowerTail', () => {
  it('agrees with R', () => {
    expect(poissonLowerTail(4, 12)).toBeCloseTo(0.007600390681067, 12); // ppois(4, 12)
    expect(poissonLowerTail(0, 3.2)).toBeCloseTo(Math.exp(-3.2), 14);
  });

  it('knows its ends', () => {
    expect(poissonLowerTail(-1, 3)).toBe(0);
    expect(poissonLowerTail(0, 0)).toBe(1);
  });
});
