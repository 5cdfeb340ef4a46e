import { describe, expect, it } from 'vitest';
import { binomialUpperTail } from '../../src/statistics/binomial-upper-tail.ts';

describe('binomialUpperTail', () => {
  it('agrees with R and scipy', () => {
    expect(binomialUpperTail(3, 4, 0.25)).toBeCloseTo(0.05078125, 14); // pbinom(2, 4, .25, lower.tail=FALSE)
    expect(binomialUpperTail(14, 16, 0.05) / 6.656646728515629e-17).toBeCloseTo(1, 10); // scipy binom.sf(13, 16, .05)
  });

  it('knows its ends', () => {
    expect(binomialUpperTail(0, 5, 0.1)).toBe(1);
    expect(binomialUpperTail(6, 5, 0.9)).toBe(0);
    expect(binomialUpperTail(1, 5, 0)).toBe(0);
    expect(binomialUpperTail(5, 5, 1)).toBe(1);
  });
});
