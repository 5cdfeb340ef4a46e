import { describe, expect, it } from 'vitest';
import { quantile } from '../../src/statistics/quantile.ts';

describe('quantile', () => {
  it('goes in a straight line between neighbours, as R type 7', () => {
    expect(quantile([10, 1, 4, 3], 0.9)).toBeCloseTo(8.2, 12); // numpy.quantile([1, 3, 4, 10], .9)
    expect(quantile([10, 1, 4, 3], 0.1)).toBeCloseTo(1.6, 12);
    expect([quantile([2, 7], 0), quantile([2, 7], 1)]).toEqual([2, 7]);
    expect(quantile([], 0.5)).toBeNull();
  });
});
