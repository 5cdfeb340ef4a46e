import { describe, expect, it } from 'vitest';
import { byarInterval } from '../../src/statistics/byar-interval.ts';
import { countInterval } from '../../src/statistics/count-interval.ts';
import { poissonExactInterval } from '../../src/statistics/poisson-exact-interval.ts';

describe('countInterval', () => {
  it('is exact up to nine and Byar from ten', () => {
    expect(countInterval(9)).toEqual(poissonExactInterval(9));
    expect(countInterval(10)).toEqual(byarInterval(10));
    expect(countInterval(12, 0.998)).toEqual(byarInterval(12, 0.998));
  });
});
