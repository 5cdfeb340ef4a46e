import { describe, expect, it } from 'vitest';
import { multinomialSampler } from '../../src/statistics/multinomial-sampler.ts';
import { createRandom } from '../../src/statistics/seeded-random.ts';

describe('multinomialSampler', () => {
  it('throws every ball, in proportion to the weights', () => {
    const weights = [1, 0, 5, 2, 0.5, 1.5];
    const counts = multinomialSampler(weights)(createRandom('balls'), 100_000);
    expect(counts.reduce((sum, n) => sum + n, 0)).toBe(100_000);
    expect(counts[1]).toBe(0);
    weights.forEach((weight, i) => {
      expect((counts[i] ?? 0) / 100_000).toBeCloseTo(weight / 10, 2);
    });
  });

  it('writes into the array it is given', () => {
    const into = Int32Array.of(9, 9);
    expect(multinomialSampler([1, 1])(createRandom(1), 10, into)).toBe(into);
    expect((into[0] ?? 0) + (into[1] ?? 0)).toBe(10);
  });

  it('takes one box, no ball, and refuses weights without a sum', () => {
    expect([...multinomialSampler([3])(createRandom(1), 4)]).toEqual([4]);
    expect([...multinomialSampler([3, 1])(createRandom(1), 0)]).toEqual([0, 0]);
    expect(() => multinomialSampler([0, 0])).toThrow('more than 0');
  });
});
