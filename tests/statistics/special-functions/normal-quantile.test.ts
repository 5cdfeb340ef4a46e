import { describe, expect, it } from 'vitest';
import { normalQuantile } from '../../../src/statistics/special-functions/normal-quantile.ts';

describe('normalQuantile', () => {
  it('agrees with scipy and is odd', () => {
    expect(normalQuantile(0.975)).toBeCloseTo(1.959963984540054, 12); // scipy.stats.norm.ppf(.975)
    expect(normalQuantile(0.3)).toBeCloseTo(-normalQuantile(0.7), 12);
  });
});
