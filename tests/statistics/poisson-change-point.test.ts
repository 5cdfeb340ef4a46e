import { describe, expect, it } from 'vitest';
import { poissonChangePoint } from '../../src/statistics/poisson-change-point.ts';

const even = (n: number) => new Array<number>(n).fill(1);

describe('poissonChangePoint', () => {
  it('finds a planted step: exhaustive search gives week 6 and 11.5433', () => {
    const step = poissonChangePoint([6, 5, 7, 4, 6, 5, 1, 0, 1, 2, 0, 1], even(12), { minSegment: 2 });
    expect(step).toMatchObject({ index: 6, rateBefore: 5.5, rateAfter: 5 / 6, within192: [6] });
    expect(step.llr).toBeCloseTo(11.543257882239622, 10);
    expect(step.profile).toHaveLength(9);
  });

  it('is vague about a flat series: every week is within 1.92 of the best', () => {
    const flat = poissonChangePoint([2, 3, 1, 2, 4, 2, 3, 1, 2, 3, 2, 2, 3, 1], even(14), { minSegment: 2 });
    expect(flat.within192).toHaveLength(11);
    expect(flat.llr).toBeCloseTo(0.14538872188806096, 10);
  });

  it('takes exposure into account: half-weeks with half the incidents are no step', () => {
    const step = poissonChangePoint([4, 4, 4, 2, 2, 2], [2, 2, 2, 1, 1, 1], { minSegment: 1 });
    expect(step.llr).toBeCloseTo(0, 12);
  });

  it('has no step to offer for a series too short or without incidents', () => {
    expect(poissonChangePoint([1, 2, 3], even(3), { minSegment: 2 })).toMatchObject({ index: null, llr: 0 });
    expect(poissonChangePoint([0, 0, 0, 0], even(4), { minSegment: 1 }).llr).toBe(0);
  });
});
