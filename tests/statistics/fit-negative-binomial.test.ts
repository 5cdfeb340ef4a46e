import { describe, expect, it } from 'vitest';
import { fitNegativeBinomial } from '../../src/statistics/fit-negative-binomial.ts';

describe('fitNegativeBinomial', () => {
  it('agrees with R MASS::glm.nb(x ~ 1)', () => {
    const fit = fitNegativeBinomial([0, 0, 1, 0, 3, 0, 0, 7, 1, 0, 0, 2, 0, 0, 12, 1, 0, 0, 0, 4]);
    expect(fit?.mu).toBeCloseTo(1.55, 12);
    expect(fit?.size).toBeCloseTo(0.266206522298473, 5);
    expect(fit?.logLikelihood).toBeCloseTo(-30.9298102793398, 8);
  });

  it('goes to the end of its range for counts that are no wider than Poisson', () => {
    expect(fitNegativeBinomial([3, 3, 3])?.size).toBeGreaterThan(1e5);
  });

  it('has no answer without events', () => {
    expect(fitNegativeBinomial([0, 0])).toBeNull();
    expect(fitNegativeBinomial([])).toBeNull();
  });
});
