import { describe, expect, it } from 'vitest';
import { normalTail } from '../../src/statistics/normal-tail.ts';
import { studentTail } from '../../src/statistics/student-tail.ts';

describe('studentTail', () => {
  it.each([
    [2.570581835636314, 5, 0.025],
    [-2.570581835636314, 5, 0.975],
    [1, 1, 0.25],
    [0, 3, 0.5],
  ])('above %d with %d degrees of freedom lies %d, as R pt has it', (t, freedom, expected) => {
    expect(studentTail(t, freedom)).toBeCloseTo(expected, 10);
  });

  it('becomes the normal with ever more degrees of freedom', () => {
    expect(studentTail(2, Number.POSITIVE_INFINITY)).toBe(normalTail(2));
    expect(studentTail(2, 1e5)).toBeCloseTo(normalTail(2), 5);
  });
});
