import { describe, expect, it } from 'vitest';
import type { XmrLimits } from '../../src/statistics/xmr-limits.ts';
import { xmrSignals } from '../../src/statistics/xmr-signals.ts';

const limits: XmrLimits = { mean: 10, averageMovingRange: 1, lower: 4, upper: 16 };

describe('xmrSignals', () => {
  it('finds nothing in ordinary ups and downs', () => {
    expect(xmrSignals([9, 11, 8, 12, 10, 9, 11, 10], limits).flat()).toEqual([]);
  });

  it('marks points beyond a limit, not on it', () => {
    expect(xmrSignals([16, 10, 16.1, 10, 3.9], limits)).toEqual([[], [], ['outside'], [], ['outside']]);
  });

  it('marks seven on one side of the mean, not six, and a point on the mean ends the run', () => {
    const seven = [9, 11, 12, 11, 12, 11, 12, 11, 9];
    expect(xmrSignals(seven, limits).map((signals) => signals.includes('shift'))).toEqual([
      false,
      ...new Array(7).fill(true),
      false,
    ]);
    expect(xmrSignals(seven.toSpliced(4, 1, 10), limits).flat()).toEqual([]);
  });

  it('marks seven rising or falling', () => {
    expect(xmrSignals([7, 8, 9, 10, 11, 12, 13], limits).every((signals) => signals.includes('trend'))).toBe(
      true,
    );
    expect(xmrSignals([13, 12, 11, 10, 9, 8, 7], limits).every((signals) => signals.includes('trend'))).toBe(
      true,
    );
    expect(xmrSignals([8, 9, 10, 10, 11, 12, 13], limits).flat()).toEqual([]);
  });

  it('marks two of three in the outer third on the same side', () => {
    expect(xmrSignals([14.5, 10, 15, 9], limits)).toEqual([['near'], [], ['near'], []]);
    expect(xmrSignals([14.5, 10, 5, 9], limits).flat()).toEqual([]);
    expect(xmrSignals([14.5, 10, 10, 15], limits).flat()).toEqual([]);
    expect(xmrSignals([5, 5, 11], limits)).toEqual([['near'], ['near'], []]);
  });
});
