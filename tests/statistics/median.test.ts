import { describe, expect, it } from 'vitest';
import { median } from '../../src/statistics/median.ts';

describe('median', () => {
  it('takes the middle, or the mean of the two middle ones', () => {
    expect(median([9, 1, 4])).toBe(4);
    expect(median([9, 1, 4, 10])).toBe(6.5);
    expect(median([])).toBeNull();
  });
});
