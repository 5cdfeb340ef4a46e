import { describe, expect, it } from 'vitest';
import { dispersionTest } from '../../src/statistics/dispersion-test.ts';

describe('dispersionTest', () => {
  it('agrees with scipy chi2.sf', () => {
    const test = dispersionTest([1, 0, 4, 2, 0, 7, 1, 3]);
    expect(test).toMatchObject({ mean: 2.25, df: 7 });
    expect(test?.variance).toBeCloseTo(5.642857142857143, 12);
    expect(test?.pUpper).toBeCloseTo(0.01414454439775296, 10);
    expect(test?.nbSizeMoment).toBeCloseTo(2.25 ** 2 / (5.642857142857143 - 2.25), 10);
  });

  it('has no size for counts that vary less than Poisson, and no answer without events', () => {
    expect(dispersionTest([2, 2, 3])?.nbSizeMoment).toBeNull();
    expect(dispersionTest([0, 0])).toBeNull();
    expect(dispersionTest([4])).toBeNull();
  });
});
