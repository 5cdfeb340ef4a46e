import { describe, expect, it } from 'vitest';
import { drawGamma } from '../../src/statistics/draw-gamma.ts';
import { createRandom } from '../../src/statistics/seeded-random.ts';

describe('drawGamma', () => {
  it.each([0.3, 1, 4.5, 30])('has mean and variance %d', (shape) => {
    const random = createRandom(`gamma ${shape}`);
    const draws = Array.from({ length: 40_000 }, () => drawGamma(random, shape));
    const mean = draws.reduce((sum, x) => sum + x, 0) / draws.length;
    const variance = draws.reduce((sum, x) => sum + (x - mean) ** 2, 0) / draws.length;
    expect(mean / shape).toBeCloseTo(1, 1);
    expect(variance / shape).toBeGreaterThan(0.9);
    expect(variance / shape).toBeLessThan(1.1);
  });
});
