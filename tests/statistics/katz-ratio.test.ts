import { describe, expect, it } from 'vitest';
import { katzRatio } from '../../src/statistics/katz-ratio.ts';

describe('katzRatio', () => {
  it('agrees with epitools riskratio.wald and Woolf', () => {
    const ratio = katzRatio(10, 40, 5, 95);
    expect(ratio).toMatchObject({ rr: 4, sampleOddsRatio: 4.75 });
    expect(ratio.ciLower).toBeCloseTo(1.44465017734306, 10);
    expect(ratio.ciUpper).toBeCloseTo(11.0753456102615, 10);
    expect(ratio.orLower).toBeCloseTo(1.52629413706644, 10);
    expect(ratio.orUpper).toBeCloseTo(14.7825372921667, 10);
  });

  it('agrees with scipy relative_risk(7, 10, 2, 11)', () => {
    const ratio = katzRatio(7, 3, 2, 9);
    expect(ratio.ciLower).toBeCloseTo(1.0309147947463526, 10);
    expect(ratio.ciUpper).toBeCloseTo(14.378006868789717, 9);
  });

  it('says so when a ratio or its limits do not exist', () => {
    expect(katzRatio(0, 10, 3, 7)).toMatchObject({ rr: 0, ciLower: null, ciUpper: null, orLower: null });
    expect(katzRatio(3, 7, 0, 10)).toMatchObject({ rr: Number.POSITIVE_INFINITY, ciLower: null });
    expect(katzRatio(0, 10, 0, 10)).toMatchObject({ rr: null, sampleOddsRatio: null, orUpper: null });
  });
});
