import { describe, expect, it } from 'vitest';
import { maximiseByGoldenSection } from '../../src/statistics/golden-section.ts';

describe('maximiseByGoldenSection', () => {
  it('finds a peak inside, and an end when the function only rises or falls', () => {
    expect(maximiseByGoldenSection((x) => -((x - 1.25) ** 2), -4, 3)).toBeCloseTo(1.25, 6);
    expect(maximiseByGoldenSection((x) => x, 0, 1)).toBeCloseTo(1, 6);
    expect(maximiseByGoldenSection((x) => -x, 0, 1)).toBeCloseTo(0, 6);
  });
});
