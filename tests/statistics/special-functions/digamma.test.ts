import { describe, expect, it } from 'vitest';
import { digamma } from '../../../src/statistics/special-functions/digamma.ts';

describe('digamma', () => {
  it('agrees with scipy and with its recurrence', () => {
    expect(digamma(2.5)).toBeCloseTo(0.7031566406452432, 12); // scipy.special.digamma(2.5)
    expect(digamma(4) - digamma(3)).toBeCloseTo(1 / 3, 12);
  });
});
