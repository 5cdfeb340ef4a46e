import { describe, expect, it } from 'vitest';
import { gammaKernel } from '../../../src/statistics/special-functions/gamma-kernel.ts';

describe('gammaKernel', () => {
  it('is the Poisson probability, small and large', () => {
    // scipy 1.10.1 stats.poisson.pmf(3, 2.5) and pmf(20, 31); mpmath 1.2.1 at a million.
    expect(gammaKernel(3, 2.5) / 0.21376301724973648).toBeCloseTo(1, 12);
    expect(gammaKernel(20, 31) / 0.00950561719861393).toBeCloseTo(1, 12);
    expect(gammaKernel(1_000_000, 1_000_000) / 0.00039894224715624404).toBeCloseTo(1, 13);
  });

  it('joins up where Stirling’s series begins', () => {
    for (const x of [1, 14, 15, 16, 400])
      expect(gammaKernel(15 - 1e-9, x) / gammaKernel(15, x)).toBeCloseTo(1, 7);
  });
});
