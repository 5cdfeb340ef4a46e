import { describe, expect, it } from 'vitest';
import { negativeBinomialLogProbability } from '../../src/statistics/negative-binomial-log-probability.ts';

describe('negativeBinomialLogProbability', () => {
  it('agrees with scipy', () => {
    // scipy.stats.nbinom.logpmf(4, 1.5, 1.5 / 3.5)
    expect(negativeBinomialLogProbability(4, 2, 1.5)).toBeCloseTo(-2.608867567416481, 12);
  });

  it('allows only 0 when nothing is expected', () => {
    expect(negativeBinomialLogProbability(0, 0, 1)).toBe(0);
    expect(negativeBinomialLogProbability(2, 0, 1)).toBe(Number.NEGATIVE_INFINITY);
  });
});
