import { describe, expect, it } from 'vitest';
import { gChart } from '../../src/statistics/g-chart.ts';

describe('gChart', () => {
  it('agrees with qicharts2 and the geometric quantiles of R', () => {
    const chart = gChart([12, 30, 7, 22, 41, 3, 15, 60, 9]);
    expect(chart).toMatchObject({ median: 15, lower3s: 0, quantUpper: 149, quantLower: 0 });
    expect(chart?.upper3s).toBeCloseTo(89.9278576499352, 9);
    expect(chart?.pGeom).toBeCloseTo(0.0432692307692308, 10);
  });

  it('takes gaps of 0, all of them if need be, but not none', () => {
    expect(gChart([0, 0])).toMatchObject({ mean: 0, pGeom: 1, quantUpper: 0 });
    expect(gChart([])).toBeNull();
  });
});
