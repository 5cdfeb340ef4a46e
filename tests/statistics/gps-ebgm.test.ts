import { describe, expect, it } from 'vitest';
import { gpsEbgm } from '../../src/statistics/gps-ebgm.ts';

describe('gpsEbgm', () => {
  it('agrees with the formulae of DuMouchel (1999) in R', () => {
    const theta = { alpha1: 0.2, beta1: 0.1, alpha2: 2, beta2: 4, p: 1 / 3 };
    const result = gpsEbgm(5, 1, theta);
    expect(result.qn).toBeCloseTo(0.902430317218895, 8);
    expect(result.ebgm).toBeCloseTo(3.81118499851704, 7);
    expect(result.eb05).toBeCloseTo(1.23783591389903, 7);
    expect(result.eb95).toBeCloseTo(8.41765962590955, 7);
  });
});
