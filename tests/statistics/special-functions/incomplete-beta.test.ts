import { describe, expect, it } from 'vitest';
import { incompleteBeta } from '../../../src/statistics/special-functions/incomplete-beta.ts';

describe('incompleteBeta', () => {
  it('agrees with scipy', () => {
    expect(incompleteBeta(0.1, 2, 5)).toBeCloseTo(0.11426500000000002, 14); // scipy.special.betainc(2, 5, .1)
  });

  it('keeps the digits of a tiny tail', () => {
    expect(incompleteBeta(1e-4, 5, 1) / 1e-20).toBeCloseTo(1, 10); // x^5
  });
});
