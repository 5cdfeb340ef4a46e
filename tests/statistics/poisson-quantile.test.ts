import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { poissonLowerTail } from '../../src/statistics/poisson-lower-tail.ts';
import { poissonQuantile } from '../../src/statistics/poisson-quantile.ts';

describe('poissonQuantile', () => {
  it('agrees with R qpois', () => {
    expect([0.001, 0.025, 0.975, 0.999].map((p) => poissonQuantile(p, 3.5))).toEqual([0, 0, 8, 11]);
    expect(poissonQuantile(0.9, 0)).toBe(0);
    expect(poissonQuantile(0, 3)).toBe(0);
  });

  it('is the least count whose lower tail reaches p', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.001, max: 0.999, noNaN: true }),
        fc.double({ min: 0.01, max: 500, noNaN: true }),
        (p, mu) => {
          const k = poissonQuantile(p, mu);
          expect(poissonLowerTail(k, mu)).toBeGreaterThanOrEqual(p * (1 - 1e-12));
          if (k > 0) expect(poissonLowerTail(k - 1, mu)).toBeLessThan(p);
        },
      ),
    );
  });
});
