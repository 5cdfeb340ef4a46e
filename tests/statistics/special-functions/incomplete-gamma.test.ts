import { describe, expect, it } from 'vitest';
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
});
