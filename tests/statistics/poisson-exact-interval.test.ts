import { describe, expect, it } from 'vitest';
import { poissonExactInterval } from '../../src/statistics/poisson-exact-interval.ts';

describe('poissonExactInterval', () => {
  it('agrees with R poisson.test(7)$conf.int', () => {
    const [lower, upper] = poissonExactInterval(7);
    expect(lower).toBeCloseTo(2.8143630515198654, 10);
    expect(upper).toBeCloseTo(14.422675361702376, 10);
  });

  it('starts at 0 for none', () => {
    expect(poissonExactInterval(0)[0]).toBe(0);
    expect(poissonExactInterval(0)[1]).toBeCloseTo(-Math.log(0.025), 10);
  });
});
