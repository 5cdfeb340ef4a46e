import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { benjaminiHochberg } from '../../src/statistics/benjamini-hochberg.ts';
import { qValueAmong } from '../../src/statistics/q-value-among.ts';

describe('qValueAmong', () => {
  it('is what the whole list gives that chance', () => {
    const chance = fc.oneof(fc.double({ min: 0, max: 1, noNaN: true }), fc.constantFrom(0, 0.01, 0.05, 1));
    fc.assert(
      fc.property(chance, fc.array(chance, { maxLength: 12 }), (p, others) => {
        const sorted = [...others].sort((a, b) => a - b);
        expect(qValueAmong(p, sorted)).toBeCloseTo(benjaminiHochberg([p, ...others])[0] ?? 1, 12);
      }),
    );
  });

  it('is the chance itself where there is no other', () => {
    expect(qValueAmong(0.03, [])).toBe(0.03);
    expect(qValueAmong(0.03, [0.5])).toBeCloseTo(0.06, 12);
  });
});
