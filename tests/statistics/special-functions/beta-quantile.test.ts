import { describe, expect, it } from 'vitest';
import { betaQuantile } from '../../../src/statistics/special-functions/beta-quantile.ts';

describe('betaQuantile', () => {
  it('agrees with scipy', () => {
    expect(betaQuantile(0.025, 3, 9)).toBeCloseTo(0.06021773417290665, 12); // scipy.stats.beta.ppf(.025, 3, 9)
  });
});
