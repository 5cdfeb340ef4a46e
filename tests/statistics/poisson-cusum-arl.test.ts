import { describe, expect, it } from 'vitest';
import { poissonCusumArl } from '../../src/statistics/poisson-cusum-arl.ts';

describe('poissonCusumArl', () => {
  it('agrees with R surveillance:::arlCusum', () => {
    expect(poissonCusumArl(3.5, 2.8, 2)).toBeCloseTo(56.6127183123759, 7);
    expect(poissonCusumArl(2.5, 0.4, 0.2)).toBeCloseTo(203.238574362101, 6);
  });

  it('is the waiting time for one event when any event alarms', () => {
    // k 0 and h 1: the first week with an incident, chance 1 - exp(-.5).
    expect(poissonCusumArl(1, 0, 0.5)).toBeCloseTo(1 / -Math.expm1(-0.5), 10);
  });
});
