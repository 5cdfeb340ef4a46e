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

  it('throws every ball, none into a box of no weight', () => {
    const counts = drawDirichletMultinomial(createRandom(2), 50, [0, 1, 0, 1, 0], 30);
    expect(counts.reduce((sum, n) => sum + n, 0)).toBe(50);
    expect([counts[0], counts[2], counts[4]]).toEqual([0, 0, 0]);
  });

  it('puts every ball in one box at a concentration of nearly 0', () => {
    const counts = drawDirichletMultinomial(createRandom(3), 50, [1, 1, 1], 1e-12);
    expect([...counts].toSorted()).toEqual([0, 0, 50]);
  });

  it('refuses weights without a sum', () => {
    expect(() => drawDirichletMultinomial(createRandom(1), 5, [0, 0], 3)).toThrow('more than 0');
  });
});
