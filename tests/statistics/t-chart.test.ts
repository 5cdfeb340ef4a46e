import { describe, expect, it } from 'vitest';
import { tChart } from '../../src/statistics/t-chart.ts';

describe('tChart', () => {
  it('agrees with qicharts2 qic.t', () => {
    const chart = tChart([12, 30, 7, 22, 41, 3, 15, 60, 9]);
    expect(chart?.centre).toBeCloseTo(17.3602299785567, 9);
    expect(chart?.upper).toBeCloseTo(231.92437281885, 8);
    expect(chart?.lower).toBe(0);
  });

  it('has no answer for two incidents at one time, nor for one gap', () => {
    expect(tChart([3, 0, 5])).toBeNull();
    expect(tChart([3])).toBeNull();
  });
});
