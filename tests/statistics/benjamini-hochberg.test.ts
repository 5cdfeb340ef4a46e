import { describe, expect, it } from 'vitest';
import { benjaminiHochberg } from '../../src/statistics/benjamini-hochberg.ts';

describe('benjaminiHochberg', () => {
  it('agrees with R p.adjust(method = "BH") in the order given', () => {
    const q = benjaminiHochberg([0.01, 0.04, 0.03, 0.5]);
    [0.04, 0.05333333333333333, 0.05333333333333333, 0.5].forEach((expected, i) => {
      expect(q[i]).toBeCloseTo(expected, 12);
    });
  });

  it('pays for everything looked at', () => {
    expect(benjaminiHochberg([0.001, 0.01, 0.02, 0.03], 5000)).toEqual([1, 1, 1, 1]); // R p.adjust(p, "BH", 5000)
  });
});
