import { describe, expect, it } from 'vitest';
import { poolRandomEffects } from '../../src/statistics/pool-random-effects.ts';

/** The thirteen trials of the BCG vaccine (Colditz et al. 1994): cases and others, vaccinated and not. */
const BCG = [
  [4, 119, 11, 128],
  [6, 300, 29, 274],
  [3, 228, 11, 209],
  [62, 13_536, 248, 12_619],
  [33, 5036, 47, 5761],
  [180, 1361, 372, 1079],
  [8, 2537, 10, 619],
  [505, 87_886, 499, 87_892],
  [29, 7470, 45, 7232],
  [17, 1699, 65, 1600],
  [186, 50_448, 141, 27_197],
  [5, 2493, 3, 2338],
  [27, 16_886, 29, 17_825],
] as const;

const units = BCG.map(([a, b, c, d]) => ({
  estimate: Math.log(a / (a + b) / (c / (c + d))),
  variance: 1 / a - 1 / (a + b) + 1 / c - 1 / (c + d),
}));

describe('poolRandomEffects', () => {
  it('agrees with metafor on the BCG trials, rma(method = "DL")', () => {
    const pooled = poolRandomEffects(units);
    expect(pooled?.estimate).toBeCloseTo(-0.7141, 4);
    expect(pooled?.standardError).toBeCloseTo(0.1787, 4);
    expect(pooled?.tau2).toBeCloseTo(0.3088, 4);
    expect(pooled?.q).toBeCloseTo(152.233, 2);
    expect(pooled?.i2).toBeCloseTo(0.9212, 4);
    expect(pooled?.interval[0]).toBeCloseTo(-1.0644, 3);
    expect(pooled?.p).toBeLessThan(0.0001);
  });

  it('has no spread between units that agree, and no answer for none', () => {
    const pooled = poolRandomEffects([
      { estimate: 0.5, variance: 0.04 },
      { estimate: 0.5, variance: 0.04 },
    ]);
    expect(pooled).toMatchObject({ estimate: 0.5, tau2: 0, i2: 0 });
    expect(pooled?.prediction).toEqual(pooled?.interval);
    expect(poolRandomEffects([])).toBeNull();
  });

  it('gives a single unit back as it is', () => {
    expect(poolRandomEffects([{ estimate: 1, variance: 0.25 }])).toMatchObject({
      estimate: 1,
      standardError: 0.5,
      tau2: 0,
    });
  });
});
