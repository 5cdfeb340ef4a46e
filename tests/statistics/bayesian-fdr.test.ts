import { describe, expect, it } from 'vitest';
import { bayesianFdr } from '../../src/statistics/bayesian-fdr.ts';

describe('bayesianFdr', () => {
  it('keeps the surest as long as the mean error of the list is small', () => {
    // Running means: .01, .02, .045, .0838.
    expect(bayesianFdr([0.2, 0.01, 0.095, 0.03])).toEqual([false, true, true, true]);
  });

  it('keeps no claim that is itself doubtful, however sure the rest', () => {
    expect(bayesianFdr([0, 0, 0, 0, 0, 0, 0.26])).toEqual([true, true, true, true, true, true, false]);
    expect(bayesianFdr([0, 0, 0, 0, 0, 0, 0.25])).toEqual(new Array(7).fill(true));
  });

  it('lets equal errors stand or fall together, whatever their order', () => {
    expect(bayesianFdr([0.01, 0.08, 0.08])).toEqual([true, false, false]);
    expect(bayesianFdr([0.08, 0.01, 0.08])).toEqual([false, true, false]);
    expect(bayesianFdr([0.05, 0.05])).toEqual([true, true]);
  });

  it('answers none for none', () => {
    expect(bayesianFdr([])).toEqual([]);
  });
});
