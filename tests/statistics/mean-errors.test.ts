import { describe, expect, it } from 'vitest';
import { bayesianFdr } from '../../src/statistics/bayesian-fdr.ts';
import { meanErrors } from '../../src/statistics/mean-errors.ts';

describe('meanErrors', () => {
  it('is the running mean from the surest on, equals together', () => {
    expect(meanErrors([0.3, 0.1, 0.2])).toEqual([expect.closeTo(0.2, 12), 0.1, expect.closeTo(0.15, 12)]);
    expect(meanErrors([0.1, 0.2, 0.2])).toEqual([0.1, expect.closeTo(1 / 6, 12), expect.closeTo(1 / 6, 12)]);
    expect(meanErrors([])).toEqual([]);
  });

  it('keeps what bayesianFdr keeps', () => {
    const errors = [0.01, 0.2, 0.03, 0.08, 0.5, 0.03];
    expect(meanErrors(errors).map((mean) => mean <= 0.06)).toEqual(bayesianFdr(errors, 0.06, 1));
  });
});
