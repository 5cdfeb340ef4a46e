import { describe, expect, it } from 'vitest';
import { findRoot } from '../../src/statistics/find-root.ts';

describe('findRoot', () => {
  it('finds where a rising function crosses 0, to the last digits', () => {
    expect(findRoot((x) => x ** 2 - 2, 0, 2)).toBeCloseTo(Math.SQRT2, 15);
  });

  it('stops at the nearer end when there is no crossing', () => {
    expect(findRoot((x) => x + 5, 0, 2)).toBeCloseTo(0, 12);
    expect(findRoot((x) => x - 5, 0, 2)).toBeCloseTo(2, 12);
  });
});
