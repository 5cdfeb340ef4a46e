import { describe, expect, it } from 'vitest';
import { poissonCusum } from '../../src/statistics/poisson-cusum.ts';

const RISE = [4, 6, 3, 5, 7, 4, 5, 6, 2, 5, 4, 6, 12, 11, 13];

describe('poissonCusum', () => {
  it('agrees with R surveillance algo.cusum', () => {
    const { k, cusum, alarm, firstAlarm } = poissonCusum(RISE, { lambda0: 5, lambda1: 7, h: 6 });
    expect(k).toBeCloseTo(5.94402682397692, 10);
    expect(cusum[12]).toBeCloseTo(6.11194635204616, 10);
    expect(alarm.indexOf(true)).toBe(12);
    expect(firstAlarm).toBe(13);
  });

  it('scales with exposure: weeks half as long with half the incidents sum to half as much', () => {
    const design = { lambda0: 4, lambda1: 8, h: 9 };
    const whole = poissonCusum([8, 10, 6], design).cusum;
    const half = poissonCusum([4, 5, 3], design, [0.5, 0.5, 0.5]).cusum;
    half.forEach((value, i) => {
      expect(value).toBeCloseTo((whole[i] ?? 0) / 2, 12);
    });
  });

  it('never alarms on nothing', () => {
    expect(poissonCusum([0, 0, 0], { lambda0: 1, lambda1: 2, h: 1 }).firstAlarm).toBeNull();
  });
});
