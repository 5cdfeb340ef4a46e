import { describe, expect, it } from 'vitest';
import { gammaQuantile } from '../../../src/statistics/special-functions/gamma-quantile.ts';

describe('gammaQuantile', () => {
  it('agrees with scipy, by rate', () => {
    // scipy.stats.gamma.ppf(.05, 2.5, scale=1/4)
    expect(gammaQuantile(0.05, 2.5, 4)).toBeCloseTo(0.14318452825772116, 12);
  });

  it('agrees with scipy for large shapes', () => {
    // scipy 1.10.1 stats.gamma.ppf(.975, 1001) and ppf(.025, 1e6): R poisson.test(1000)$conf.int ends there too.
    expect(gammaQuantile(0.975, 1001, 1)).toBeCloseTo(1063.952136016302, 8);
    expect(gammaQuantile(0.025, 1e6, 2)).toBeCloseTo(998040.9833402939 / 2, 6);
    expect(gammaQuantile(0, 1000, 1)).toBe(0);
    expect(gammaQuantile(1, 1000, 1)).toBe(Infinity);
  });
});
