import { describe, expect, it } from 'vitest';
import { byarInterval } from '../../src/statistics/byar-interval.ts';

describe('byarInterval', () => {
  it('agrees with the formula of Breslow & Day for 25', () => {
    const [lower, upper] = byarInterval(25);
    expect(lower).toBeCloseTo(16.1742659216572, 9);
    expect(upper).toBeCloseTo(36.9064506921854, 9);
  });

  it('starts at 0 for none', () => {
    expect(byarInterval(0)[0]).toBe(0);
  });
});
