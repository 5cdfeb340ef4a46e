import { describe, expect, it } from 'vitest';
import { gumbelTail } from '../../src/statistics/gumbel-tail.ts';

describe('gumbelTail', () => {
  it('agrees with scipy gumbel_r fitted by moments', () => {
    // scipy.stats.gumbel_r.sf(9, mean - euler_gamma * beta, beta), beta = sd * sqrt(6) / pi
    expect(gumbelTail(9, [2, 3, 5, 4, 6])).toBeCloseTo(0.009678453076565613, 12);
  });

  it('keeps the digits of a tiny tail', () => {
    const p = gumbelTail(200, [2, 3, 5, 4, 6]);
    expect(p).toBeGreaterThan(0);
    expect(p).toBeLessThan(1e-60);
  });

  it('answers 0 or 1 when the replicates do not vary', () => {
    expect(gumbelTail(3, [2, 2, 2])).toBe(0);
    expect(gumbelTail(2, Float64Array.of(2, 2))).toBe(1);
  });
});
