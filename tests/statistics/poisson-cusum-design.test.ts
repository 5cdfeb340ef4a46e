import { describe, expect, it } from 'vitest';
import { poissonCusumDesign } from '../../src/statistics/poisson-cusum-design.ts';

describe('poissonCusumDesign', () => {
  it('agrees with R surveillance findH(200, 1) and findH(370, 2)', () => {
    expect(poissonCusumDesign(200, 1)).toMatchObject({ h: 4.9, k: 1.4 });
    expect(poissonCusumDesign(200, 1).arl).toBeCloseTo(194.591881727057, 6);
    expect(poissonCusumDesign(370, 2)).toMatchObject({ h: 7.8, k: 2.6 });
    expect(poissonCusumDesign(370, 2).relativeError).toBeCloseTo(0.050885614461782, 8);
  });

  it('keeps k off multiples of a half and the run length near or above the wanted one', () => {
    for (const [wanted, lambda0] of [
      [100, 0.2],
      [500, 0.5],
      [300, 1.2],
      [150, 3.1],
      [1000, 0.8],
    ] as const) {
      const { k, arl, relativeError } = poissonCusumDesign(wanted, lambda0);
      expect(Math.round(k * 10) % 5).not.toBe(0);
      expect(arl > wanted || relativeError < 0.03).toBe(true);
    }
  });

  it('moves k from a multiple of a half to the nearest other tenth', () => {
    // k = 1.0247 / ln(1.9759) = 1.505
    expect(poissonCusumDesign(200, 1.05).k).toBe(1.6);
  });

  it('stops at the smallest h when even that runs longer than wanted', () => {
    // Any incident alarms: 1 / (1 - exp(-.1)).
    expect(poissonCusumDesign(1.01, 0.1).arl).toBeCloseTo(1 / -Math.expm1(-0.1), 8);
  });
});
