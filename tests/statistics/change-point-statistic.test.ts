import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { prepareChangePointStatistic } from '../../src/statistics/change-point-statistic.ts';
import { poissonChangePoint } from '../../src/statistics/poisson-change-point.ts';

describe('prepareChangePointStatistic', () => {
  it('is the largest log-likelihood ratio of poissonChangePoint', () => {
    const week = fc.tuple(fc.nat(12), fc.double({ min: 0.2, max: 3, noNaN: true }));
    fc.assert(
      fc.property(
        fc.array(week, { minLength: 1, maxLength: 40 }),
        fc.integer({ min: 1, max: 5 }),
        (weeks, least) => {
          const [counts, exposure] = [weeks.map(([x]) => x), weeks.map(([, e]) => e)];
          const { llr } = poissonChangePoint(counts, exposure, { minSegment: least });
          const statistic = prepareChangePointStatistic(exposure, least);
          expect(statistic(counts)).toBeCloseTo(Math.max(0, llr), 8);
        },
      ),
    );
  });
});
