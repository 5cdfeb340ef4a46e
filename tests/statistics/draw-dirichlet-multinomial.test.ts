import { describe, expect, it } from 'vitest';
import { drawDirichletMultinomial } from '../../src/statistics/draw-dirichlet-multinomial.ts';
import { createRandom } from '../../src/statistics/seeded-random.ts';

const variance = (concentration: number) => {
  const random = createRandom('dirichlet');
  const draws = Array.from(
    { length: 8000 },
    () => drawDirichletMultinomial(random, 100, [1, 3], concentration)[0] ?? 0,
  );
  const mean = draws.reduce((sum, x) => sum + x, 0) / draws.length;
  expect(mean).toBeCloseTo(25, 0);
  return draws.reduce((sum, x) => sum + (x - mean) ** 2, 0) / draws.length;
};

describe('drawDirichletMultinomial', () => {
  it('has (concentration + n) / (concentration + 1) times the variance of the multinomial', () => {
    expect(variance(49) / (18.75 * (149 / 50))).toBeCloseTo(1, 1);
    expect(variance(Number.POSITIVE_INFINITY) / 18.75).toBeCloseTo(1, 1);
  });

  it('throws every ball, none into a box of no weight, and falls back when every share vanishes', () => {
    const counts = drawDirichletMultinomial(createRandom(2), 50, [1, 0, 1], 1e-300);
    expect(counts.reduce((sum, n) => sum + n, 0)).toBe(50);
    expect(counts[1]).toBe(0);
  });
});
