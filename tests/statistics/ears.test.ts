import { describe, expect, it } from 'vitest';
import { ears } from '../../src/statistics/ears.ts';

const QUIET = [0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 0, 0, 0];

describe('ears', () => {
  it('C1 alarms on a single incident after a flat baseline unless sigma has a floor, as R earsC', () => {
    const bare = ears(QUIET, { method: 'C1' });
    expect(bare.firstIndex1Based).toBe(8);
    expect(bare.alarm.filter(Boolean)).toHaveLength(2);
    expect(bare.upperBound[2]).toBeCloseTo(1.31085516793395, 10);
    expect(ears(QUIET, { method: 'C1', minSigma: 1 }).alarm).not.toContain(true);
  });

  it('C2 looks two periods further back', () => {
    const counts = [4, 6, 3, 5, 7, 4, 5, 6, 2, 5, 4, 6, 12, 11, 13];
    const result = ears(counts, { method: 'C2' });
    expect(result.firstIndex1Based).toBe(10);
    expect(result.upperBound[3]).toBeCloseTo(9.71990640963482, 10);
    expect(result.alarm).toEqual([false, false, false, true, true, true]);
  });

  it('C3 adds the last two excesses, and has no answer after a flat baseline', () => {
    const result = ears(QUIET, { method: 'C3' });
    expect(result.upperBound.slice(0, 3)).toEqual([null, null, expect.closeTo(0.740796754533746, 10)]);
    expect(result.alarm.slice(-3)).toEqual([null, null, null]);
    expect(result.upperBound[7]).toBe(2);
  });
});
