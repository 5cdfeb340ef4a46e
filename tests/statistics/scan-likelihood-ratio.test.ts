import { describe, expect, it } from 'vitest';
import { scanLikelihoodRatio } from '../../src/statistics/scan-likelihood-ratio.ts';

describe('scanLikelihoodRatio', () => {
  it('agrees with the formula of Kulldorff (1997)', () => {
    expect(scanLikelihoodRatio(8, 2, 120)).toBeCloseTo(8 * Math.log(4) + 112 * Math.log(112 / 118), 12);
    expect(scanLikelihoodRatio(8, 2, 120)).toBeCloseTo(5.245550533855263, 10);
  });

  it('is 0 for fewer than expected, and defined when every event is inside', () => {
    expect(scanLikelihoodRatio(3, 3.5, 90)).toBe(0);
    expect(scanLikelihoodRatio(10, 4, 10)).toBeCloseTo(10 * Math.log(2.5), 12);
  });
});
