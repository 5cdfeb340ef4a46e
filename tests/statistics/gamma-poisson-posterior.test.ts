import { describe, expect, it } from 'vitest';
import { gammaPoissonPosterior } from '../../src/statistics/gamma-poisson-posterior.ts';

describe('gammaPoissonPosterior', () => {
  it('agrees with scipy.stats.gamma(5.4, scale = 1 / 1.6)', () => {
    const { mean, interval90, errorBelow, above } = gammaPoissonPosterior(5, 1.2, 0.4);
    expect(mean).toBeCloseTo(3.375, 12);
    expect(interval90[0]).toBeCloseTo(1.3895309331461017, 9);
    expect(interval90[1]).toBeCloseTo(6.063428309013786, 9);
    expect(errorBelow(3)).toBeCloseTo(0.45102817948358204, 10);
    expect(above(3)).toBeCloseTo(0.548971820516418, 10);
  });

  it('takes a prior of another mean: R qgamma for observed 0, expected 3, shape .8, rate 1.1', () => {
    const { mean, interval90, above } = gammaPoissonPosterior(0, 3, 0.8, 1.1);
    expect(mean).toBeCloseTo(0.195121951219512, 10);
    expect(interval90[1]).toBeCloseTo(0.632961856946321, 9);
    expect(above(2) / 0.000151542153563149).toBeCloseTo(1, 8);
  });
});
