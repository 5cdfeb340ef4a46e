import { describe, expect, it } from 'vitest';
import { gammaQuantile } from '../../../src/statistics/special-functions/gamma-quantile.ts';

describe('gammaQuantile', () => {
  it('agrees with scipy, by rate', () => {
    // scipy.stats.gamma.ppf(.05, 2.5, scale=1/4)
    expect(gammaQuantile(0.05, 2.5, 4)).toBeCloseTo(0.14318452825772116, 12);
  });
});
