import { describe, expect, it } from 'vitest';
import { standardisedCusum } from '../../src/statistics/standardised-cusum.ts';

const RISE = [4, 6, 3, 5, 7, 4, 5, 6, 2, 5, 4, 6, 12, 11];

describe('standardisedCusum', () => {
  it('agrees with R surveillance algo.cusum, both transformations', () => {
    const options = { mean: 5, k: 1.04, h: 2.26 };
    const standard = standardisedCusum(RISE, { ...options, transform: 'standard' });
    expect(standard.cusum[12]).toBeCloseTo(2.09049516849971, 10);
    expect(standard.alarm.indexOf(true)).toBe(13);
    const rossi = standardisedCusum(RISE, { ...options, transform: 'rossi' });
    expect(rossi.cusum[12]).toBeCloseTo(1.75328122188782, 10);
    expect(rossi.cusum[13]).toBeCloseTo(3.1354788212433, 10);
  });
});
