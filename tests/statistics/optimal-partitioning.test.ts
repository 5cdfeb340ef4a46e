import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { optimalPartitioning } from '../../src/statistics/optimal-partitioning.ts';

const even = (n: number) => new Array<number>(n).fill(1);
const cost = (x: readonly number[], e: readonly number[]) => {
  const [s, t] = [x.reduce((sum, v) => sum + v, 0), e.reduce((sum, v) => sum + v, 0)];
  return s === 0 ? 0 : 2 * s * Math.log(t / s);
};
/** Every way to cut n weeks into pieces of at least `least`. */
const cuts = (n: number, least: number, from = 0): number[][] =>
  [[] as number[]].concat(
    Array.from({ length: n }, (_, i) => i)
      .filter((at) => at - from >= least && n - at >= least)
      .flatMap((at) => cuts(n, least, at).map((rest) => [at, ...rest])),
  );

describe('optimalPartitioning', () => {
  it('finds two planted steps', () => {
    const counts = [1, 0, 2, 1, 1, 0, 6, 7, 5, 8, 6, 1, 0, 1, 2, 0];
    const { changePoints, segmentRates } = optimalPartitioning(counts, even(16), { minSegment: 2 });
    expect(changePoints).toEqual([6, 11]);
    expect(segmentRates).toEqual([5 / 6, 6.4, 0.8]);
  });

  it('sees no step in a flat series, and takes 3 ln n and four weeks unless told', () => {
    const flat = optimalPartitioning([2, 3, 1, 2, 4, 2, 3, 1, 2, 3, 2, 2, 3, 1], even(14));
    expect(flat.changePoints).toEqual([]);
    expect(flat.objective).toBeCloseTo(-49.28565224193305, 10); // 2 x 31 ln(14 / 31)
  });

  it('is as good as trying every way to cut, with runs of zeros too', () => {
    const week = fc.tuple(fc.oneof(fc.constant(0), fc.nat(9)), fc.double({ min: 0.5, max: 2, noNaN: true }));
    fc.assert(
      fc.property(
        fc.array(week, { minLength: 4, maxLength: 11 }),
        fc.integer({ min: 1, max: 3 }),
        (weeks, least) => {
          const [x, e] = [weeks.map(([a]) => a), weeks.map(([, b]) => b)];
          const best = Math.min(
            ...cuts(x.length, least).map((ends) => {
              const bounds = [0, ...ends, x.length];
              const pieces = bounds
                .slice(1)
                .map((to, i) => cost(x.slice(bounds[i], to), e.slice(bounds[i], to)));
              return pieces.reduce((sum, value) => sum + value, 0) + 2 * ends.length;
            }),
          );
          expect(optimalPartitioning(x, e, { penalty: 2, minSegment: least }).objective).toBeCloseTo(best, 8);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('takes a series shorter than a segment whole, and none as none', () => {
    expect(optimalPartitioning([3, 1], [1, 1]).segmentRates).toEqual([2]);
    expect(optimalPartitioning([], [])).toEqual({ changePoints: [], segmentRates: [], objective: 0 });
  });
});
