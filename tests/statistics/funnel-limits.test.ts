import { describe, expect, it } from 'vitest';
import { funnelLimits } from '../../src/statistics/funnel-limits.ts';
import { multinomialSampler } from '../../src/statistics/multinomial-sampler.ts';
import { createRandom } from '../../src/statistics/seeded-random.ts';

describe('funnelLimits', () => {
  it('widens nothing when classes differ no more than by chance', () => {
    const { tau2, units } = funnelLimits([
      { observed: 20, expected: 21 },
      { observed: 24, expected: 22 },
      { observed: 9, expected: 10 },
    ]);
    expect(tau2).toBe(0);
    expect(units.map(({ outlying }) => outlying)).toEqual([false, false, false]);
    expect(units[2]).toMatchObject({ ratio: 0.9, limits95: [4, 17], limits998: [2, 21] }); // R qpois at 10
    expect(units[2]?.interval[0]).toBeCloseTo(0.411537, 5); // R poisson.test(9)$conf.int / 10
  });

  it('finds the spread of its units by moments, with no tenth to pull in between two', () => {
    // z = 2 (sqrt(64) - sqrt(36)) = 4 and 2 (sqrt(16) - sqrt(36)) = -4, weights 144 each.
    const { tau2, dispersion } = funnelLimits([
      { observed: 64, expected: 36 },
      { observed: 16, expected: 36 },
    ]);
    // The tenths pulled in: -4 + .1 x 8 = -3.2 and 3.2.
    expect(dispersion).toBeCloseTo(3.2 ** 2, 10);
    expect(tau2).toBeCloseTo((2 * 3.2 ** 2 - 1) / 144, 10);
  });

  it('names a class far beyond ordinary differences, and only that one', () => {
    const random = createRandom('funnel');
    const expected = new Array<number>(30).fill(40);
    const observed = [...multinomialSampler(expected)(random, 1200)];
    observed[7] = 110;
    const { units } = funnelLimits(
      observed.map((count, i) => ({ observed: count, expected: expected[i] ?? 1 })),
    );
    expect(units.flatMap(({ outlying }, i) => (outlying ? [i] : []))).toEqual([7]);
  });

  it('takes one unit and none', () => {
    expect(funnelLimits([]).units).toEqual([]);
    expect(funnelLimits([{ observed: 3, expected: 2 }]).tau2).toBe(0);
  });
});
