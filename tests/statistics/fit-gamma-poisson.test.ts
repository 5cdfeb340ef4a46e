import { describe, expect, it } from 'vitest';
import { fitGammaPoisson } from '../../src/statistics/fit-gamma-poisson.ts';

describe('fitGammaPoisson', () => {
  it('agrees with scipy maximising the sum of nbinom.logpmf', () => {
    const fit = fitGammaPoisson([0, 3, 0, 1, 8, 0, 0, 2], [1, 2, 0.5, 1, 2, 1, 1, 1.5]);
    expect(fit.shape).toBeCloseTo(1.0673422, 5);
    expect(fit.logLikelihood).toBeCloseTo(-12.464549433404894, 8);
  });

  it('finds a heavy tail: scipy gives .18164854 for 30 pupils of whom nine have all', () => {
    const observed = [
      0, 0, 0, 1, 0, 0, 7, 0, 0, 2, 0, 1, 0, 0, 12, 0, 3, 0, 0, 0, 1, 0, 0, 5, 0, 0, 0, 2, 0, 0,
    ];
    expect(fitGammaPoisson(observed, new Array(30).fill(1.13)).shape).toBeCloseTo(0.18164854, 5);
  });

  it('leaves out pupils of whom nothing was expected, and stops at the ends of its range', () => {
    const counts = [1, 1, 1, 1, 1, 1];
    expect(fitGammaPoisson(counts, new Array(6).fill(1)).shape).toBeCloseTo(Math.exp(3), 3);
    expect(fitGammaPoisson([...counts, 0], [...new Array(6).fill(1), 0]).shape).toBeCloseTo(Math.exp(3), 3);
  });
});
