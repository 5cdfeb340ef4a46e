import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { benjaminiHochberg } from '../../src/statistics/benjamini-hochberg.ts';
import { weightedBenjaminiHochberg } from '../../src/statistics/weighted-benjamini-hochberg.ts';

const chances = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 30 });

describe('weightedBenjaminiHochberg', () => {
  it('divides each p by its weight, worked by hand', () => {
    // Weights 3 and 1 have mean 2: 1.5 and 0.5. 0.03 / 1.5 = 0.02, times 2 over 1; 0.02 / 0.5 = 0.04, times 2 over 2.
    const q = weightedBenjaminiHochberg([0.03, 0.02], [3, 1]);
    expect(q[0]).toBeCloseTo(0.04, 12);
    expect(q[1]).toBeCloseTo(0.04, 12);
  });

  it('is the plain procedure when all weights are equal, whatever their size', () => {
    fc.assert(
      fc.property(chances, fc.double({ min: 0.1, max: 9, noNaN: true }), (p, weight) => {
        const q = weightedBenjaminiHochberg(
          p,
          p.map(() => weight),
        );
        benjaminiHochberg(p).forEach((plain, at) => {
          expect(q[at]).toBeCloseTo(plain, 12);
        });
      }),
    );
  });

  it('pays for the full family, and never lists what has no weight', () => {
    expect(weightedBenjaminiHochberg([0.001, 0], [1, 0], 100, 1)).toEqual([0.1, 1]);
    expect(weightedBenjaminiHochberg([], [])).toEqual([]);
    expect(() => weightedBenjaminiHochberg([0.1], [])).toThrow(RangeError);
  });
});
