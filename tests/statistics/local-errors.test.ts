import { describe, expect, it } from 'vitest';
import { localErrors } from '../../src/statistics/local-errors.ts';

describe('localErrors', () => {
  it('is the posterior chance of no change at the share that the family itself shows', () => {
    const logFactors = [6, 5, 4, ...new Array<number>(17).fill(-2)];
    const errors = localErrors(logFactors);
    const share = errors.reduce((sum, error) => sum + 1 - error, 0) / errors.length;
    errors.forEach((error, at) => {
      expect(error).toBeCloseTo(1 / (1 + (share / (1 - share)) * Math.exp(logFactors[at] ?? 0)), 6);
    });
    expect(errors[0]).toBeLessThan(0.03);
    expect(errors[19]).toBeGreaterThan(0.95);
  });

  it('believes the same evidence less where little else has changed', () => {
    const alone = localErrors([3, ...new Array<number>(30).fill(-2)])[0] ?? 0;
    const among =
      localErrors([3, ...new Array<number>(10).fill(6), ...new Array<number>(20).fill(-2)])[0] ?? 0;
    expect(alone).toBeGreaterThan(among);
    expect(alone).toBeGreaterThan(0.5);
  });

  it('stays between nothing and most where all or none changed, and bears impossible claims', () => {
    for (const error of localErrors([50, 50, 50])) expect(error).toBeCloseTo(0, 10);
    for (const error of localErrors([-3, -3, -3])) expect(error).toBeGreaterThan(0.99);
    expect(localErrors([Number.NEGATIVE_INFINITY, 0])[0]).toBe(1);
    expect(localErrors([])).toEqual([]);
  });
});
