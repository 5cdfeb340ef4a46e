import { describe, expect, it } from 'vitest';
import { logBeta } from '../../../src/statistics/special-functions/log-beta.ts';

describe('logBeta', () => {
  it('agrees with scipy', () => {
    expect(logBeta(3, 7.5)).toBeCloseTo(-5.713113802085085, 12); // scipy.special.betaln(3, 7.5)
  });
});
