import { describe, expect, it } from 'vitest';
import { logGamma } from '../../../src/statistics/special-functions/log-gamma.ts';

describe('logGamma', () => {
  it('agrees with scipy and with factorials', () => {
    expect(logGamma(10.5)).toBeCloseTo(13.940625219403763, 12); // scipy.special.gammaln(10.5)
    expect(Math.exp(logGamma(6))).toBeCloseTo(120, 10);
  });
});
