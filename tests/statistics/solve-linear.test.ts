import { describe, expect, it } from 'vitest';
import { solveLinear } from '../../src/statistics/solve-linear.ts';

describe('solveLinear', () => {
  it('solves equations whose first pivot is 0', () => {
    const rows = [Float64Array.of(0, 2), Float64Array.of(3, 1)];
    expect([...solveLinear(rows, [4, 5])]).toEqual([1, 2]);
    expect([...(rows[0] ?? [])]).toEqual([0, 2]);
  });

  it('refuses equations without a single solution', () => {
    expect(() => solveLinear([Float64Array.of(1, 2), Float64Array.of(2, 4)], [1, 2])).toThrow(
      'no single solution',
    );
  });
});
