import { describe, expect, it } from 'vitest';
import { adjustPValues } from '../../src/statistics/adjust-p-values.ts';

const P = [0.04, 0.001, 0.9, 0.001, 0.2];

describe('adjustPValues', () => {
  it('agrees with R p.adjust', () => {
    const expected = {
      bh: [0.0666666666666667, 0.0025, 0.9, 0.0025, 0.25],
      by: [0.152222222222222, 0.00570833333333333, 1, 0.00570833333333333, 0.570833333333333],
      holm: [0.12, 0.005, 0.9, 0.005, 0.4],
      bonferroni: [0.2, 0.005, 1, 0.005, 1],
    } as const;
    for (const method of ['bh', 'by', 'holm', 'bonferroni'] as const)
      adjustPValues(P, method).forEach((q, i) => {
        expect(q).toBeCloseTo(expected[method][i] ?? Number.NaN, 12);
      });
  });

  it('counts the whole family, not the p-values kept', () => {
    expect(adjustPValues([0.001, 0.01], 'bh', 100)).toEqual([0.1, 0.5]);
    expect(adjustPValues([0.001], 'bonferroni', 100)).toEqual([0.1]);
  });

  it('leaves its input alone, answers none for none and refuses a family smaller than its members', () => {
    const input = [0.5, 0.1];
    adjustPValues(input, 'bh');
    expect(input).toEqual([0.5, 0.1]);
    expect(adjustPValues([], 'bh', 10)).toEqual([]);
    expect(() => adjustPValues(input, 'bh', 1)).toThrow('family of 1');
  });
});
