import { describe, expect, it } from 'vitest';
import { poissonUpperTail } from '../../src/statistics/poisson-upper-tail.ts';

describe('poissonUpperTail', () => {
  it('agrees with R, small tails to their own digits', () => {
    expect(poissonUpperTail(3, 0.5) / 0.0143876779669707).toBeCloseTo(1, 12); // ppois(2, .5, lower.tail=FALSE)
    expect(poissonUpperTail(7, 0.05) / 1.48376705589828e-13).toBeCloseTo(1, 12);
  });

  it('is 1 for none or more, and 0 for some when nothing is expected', () => {
    expect(poissonUpperTail(0, 2)).toBe(1);
    expect(poissonUpperTail(1, 0)).toBe(0);
  });
});
