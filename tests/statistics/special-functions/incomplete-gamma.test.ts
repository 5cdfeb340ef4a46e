import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gammaKernel } from '../../../src/statistics/special-functions/gamma-kernel.ts';
import {
  incompleteGamma,
  incompleteGammaUpper,
} from '../../../src/statistics/special-functions/incomplete-gamma.ts';

describe('incompleteGamma', () => {
  it('agrees with scipy', () => {
    expect(incompleteGamma(0.2, 3) / 0.0011484812448621328).toBeCloseTo(1, 12); // scipy.special.gammainc(3, .2)
  });

  it('has an upper tail of its own, not one minus the lower', () => {
    // scipy.special.gammaincc(3, 40)
    expect(incompleteGammaUpper(40, 3) / 3.572865928700233e-15).toBeCloseTo(1, 10);
    expect(incompleteGamma(2, 3) + incompleteGammaUpper(2, 3)).toBeCloseTo(1, 14);
  });

  it('keeps its digits for large arguments, where the library loses all but two', () => {
    // mpmath 1.2.1, 50 digits: P(a, x) of a = 1000 and x = 1050, 100,000 and 100,000, a million and 995,000.
    expect(incompleteGamma(1050, 1000) / 0.9413288886226819).toBeCloseTo(1, 12);
    expect(incompleteGamma(100_000, 100_000) / 0.5004205221103651).toBeCloseTo(1, 12);
    expect(incompleteGamma(995_000, 1_000_000) / 2.74958035927007e-7).toBeCloseTo(1, 10);
    expect(incompleteGammaUpper(1_001_000, 1_000_001) / 0.15889726494589593).toBeCloseTo(1, 12);
  });

  it('adds up to one and rises with x, across the size at which the way of computing changes', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.1, max: 3000, noNaN: true }),
        fc.double({ min: 0.05, max: 4000, noNaN: true }),
        (a, x) => {
          const [lower, upper] = [incompleteGamma(x, a), incompleteGammaUpper(x, a)];
          expect(lower + upper).toBeCloseTo(1, 12);
          expect(incompleteGamma(x * 1.001, a)).toBeGreaterThanOrEqual(lower * (1 - 1e-13));
          // P(a, x) - P(a + 1, x) is the kernel.
          expect(lower - incompleteGamma(x, a + 1)).toBeCloseTo(gammaKernel(a, x), 11);
        },
      ),
    );
  });

  it('is nothing at 0 and everything at infinity', () => {
    expect([incompleteGamma(0, 1000), incompleteGammaUpper(0, 1000)]).toEqual([0, 1]);
    expect([incompleteGamma(Infinity, 5), incompleteGammaUpper(Infinity, 5)]).toEqual([1, 0]);
  });
});
