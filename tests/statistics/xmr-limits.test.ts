import { describe, expect, it } from 'vitest';
import { xmrLimits } from '../../src/statistics/xmr-limits.ts';

const SPIKE = [2, 3, 2, 1, 2, 3, 2, 2, 3, 1, 2, 15, 2, 3, 2, 1, 2, 2, 3, 2];

describe('xmrLimits', () => {
  it('agrees with NHSRplotthedots, with and without the freak week screened', () => {
    expect(xmrLimits(SPIKE)).toMatchObject({ mean: 2.75 });
    expect(xmrLimits(SPIKE)?.upper).toBeCloseTo(5.25352941176471, 10);
    expect(xmrLimits(SPIKE)?.lower).toBeCloseTo(0.246470588235294, 10);
    expect(xmrLimits(SPIKE, { screenOutliers: false })?.upper).toBeCloseTo(8.63, 10);
  });

  it('has limits on the mean for a series that never moves', () => {
    expect(xmrLimits([5, 5, 5])).toEqual({ mean: 5, averageMovingRange: 0, lower: 5, upper: 5 });
  });

  it('needs two values', () => {
    expect(xmrLimits([5])).toBeNull();
  });
});
