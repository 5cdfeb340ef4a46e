import { describe, expect, it } from 'vitest';
import { normalTail } from '../../src/statistics/normal-tail.ts';

describe('normalTail', () => {
  it.each([
    [0, 0.5],
    [1.959963984540054, 0.025],
    [-1.959963984540054, 0.975],
    [6, 9.865876450376946e-10],
  ])('above %d lies %d, as R pnorm(z, lower.tail = FALSE) has it', (z, expected) => {
    expect(normalTail(z) / expected).toBeCloseTo(1, 10);
  });
});
