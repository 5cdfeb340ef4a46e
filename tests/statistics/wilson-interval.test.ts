import { describe, expect, it } from 'vitest';
import { wilsonInterval } from '../../src/statistics/wilson-interval.ts';

describe('wilsonInterval', () => {
  it('agrees with R prop.test(3, 20, correct = FALSE)', () => {
    const { estimate, lower, upper } = wilsonInterval(3, 20);
    expect(estimate).toBe(0.15);
    expect(lower).toBeCloseTo(0.05236874589621662, 10);
    expect(upper).toBeCloseTo(0.3604188647407569, 10);
  });

  it('stays inside 0 and 1, and knows nothing of nobody', () => {
    expect(wilsonInterval(0, 10)).toMatchObject({ lower: 0, estimate: 0 });
    expect(wilsonInterval(0, 10).upper).toBeCloseTo(0.277532799862889, 10);
    expect(wilsonInterval(5, 5).upper).toBe(1);
    expect(wilsonInterval(0, 0)).toEqual({ estimate: null, lower: 0, upper: 1 });
  });
});
