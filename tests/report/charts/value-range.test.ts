import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { panelRange } from '../../../src/report/charts/small-multiples-chart.ts';
import { formatMeasure, formatTick, valueRange } from '../../../src/report/charts/value-range.ts';

describe('valueRange', () => {
  it.each([
    [[3, 7], { min: 0, max: 8, step: 2 }],
    [[0.12], { min: 0, max: 0.15, step: 0.05 }],
    [[1, 0], { min: 0, max: 1, step: 1 }],
    [[2, 1], { min: 0, max: 2, step: 1 }],
    [[2, 0.5], { min: 0, max: 2, step: 0.5 }],
    [[142], { min: 0, max: 150, step: 50 }],
    [[-3, 7], { min: -4, max: 8, step: 2 }],
    [[], { min: 0, max: 1, step: 1 }],
    [[0, null, Number.NaN], { min: 0, max: 1, step: 1 }],
    [[1e-300], { min: 0, max: 1, step: 1 }],
  ])('of %j is %j', (values, expected) => {
    expect(valueRange(values)).toEqual(expected);
  });

  it('covers every value from zero in whole steps, not many', () => {
    const value = fc.double({ min: -1e6, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(fc.array(value, { minLength: 1 }), (values) => {
        const { min, max, step } = valueRange(values);
        // Less than a millionth is nothing; and a billionth of a step past an end is how ends on a step are told.
        const slack = Math.max(1e-6, step * 2e-9);
        expect(min).toBeLessThanOrEqual(Math.min(0, ...values) + slack);
        expect(max).toBeGreaterThanOrEqual(Math.max(0, ...values) - slack);
        expect((max - min) / step).toBeCloseTo(Math.round((max - min) / step), 6);
        expect((max - min) / step).toBeLessThanOrEqual(8);
      }),
    );
  });
});

describe('panelRange', () => {
  it.each([
    [[13], 16],
    [[null, 0.9], 1],
    [[0], 2],
    [[1500, 20], 1600],
  ])('of %j ends at %d with a round half', (values, max) => {
    expect(panelRange(values)).toEqual({ min: 0, max, step: max / 2 });
  });
});

describe('printed numbers', () => {
  it.each([
    [0.15, 0.05, '0.15'],
    [0.1 + 0.2, 0.1, '0.3'],
    [-2, 2, '−2'],
    [-0.001, 1, '0'],
    [1200, 200, '1200'],
  ])('prints the tick %d of steps %d as %s', (value, step, expected) => {
    expect(formatTick(value, step)).toBe(expected);
  });

  it.each([
    [0.904, '0.90'],
    [9.06, '9.1'],
    [12, '12'],
    [142.4, '142'],
    [-3.25, '−3.3'],
  ])('prints the measure %d as %s', (value, expected) => {
    expect(formatMeasure(value)).toBe(expected);
  });
});
