import { describe, expect, it } from 'vitest';
import { laneyUPrime } from '../../src/statistics/laney-u-prime.ts';

const [counts, sizes] = [
  [44, 51, 39, 60, 47, 88],
  [2250, 2300, 1900, 2250, 2400, 2100],
];

describe('laneyUPrime', () => {
  it('agrees with qicharts2: sigma z 2.0676 widens the limits', () => {
    const chart = laneyUPrime(counts, sizes);
    expect(chart?.centre).toBeCloseTo(0.0249242424242424, 12);
    expect(chart?.sigmaZ).toBeCloseTo(2.06759254294785, 10);
    expect(chart?.upper[0]).toBeCloseTo(0.0455688169252557, 10);
    expect(chart?.lower[0]).toBeCloseTo(0.00427966792322919, 10);
  });

  it('is the plain u chart on request', () => {
    const chart = laneyUPrime(counts, sizes, { laney: false });
    expect(chart?.sigmaZ).toBe(1);
    expect(chart?.upper[5]).toBeCloseTo(0.0352595306068807, 10); // Montgomery 7.19
  });

  it('stops at 0 and needs two points with an event', () => {
    expect(laneyUPrime([3, 0, 2, 5], [25, 25, 20, 25])?.lower).toEqual([0, 0, 0, 0]);
    expect(laneyUPrime([3], [25])).toBeNull();
    expect(laneyUPrime([0, 0], [25, 20])).toBeNull();
  });
});
