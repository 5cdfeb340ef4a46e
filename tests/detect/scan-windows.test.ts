import { describe, expect, it } from 'vitest';
import {
  ALL_DAYS,
  fillGrid,
  gridSize,
  placeWindows,
  prepareScan,
  type WindowScan,
} from '../../src/detect/scan-windows.ts';
import { scanLikelihoodRatio } from '../../src/statistics/scan-likelihood-ratio.ts';
import { createRandom } from '../../src/statistics/seeded-random.ts';

const WEEKS = 20;
const days = Array.from({ length: WEEKS * 5 }, (_, at) => at);
const grid = {
  week: days.map((day) => Math.floor(day / 5)),
  weekday: days.map((day) => day % 5),
  weeks: WEEKS,
};

const fill = (counts: ArrayLike<number>) => fillGrid(grid, counts, new Int32Array(gridSize(WEEKS)));

const listWindows = ({ size, windowAt }: WindowScan) =>
  Array.from({ length: size }, (_, at) => windowAt(at)).filter((window) => window !== null);

describe('prepareScan', () => {
  it('finds the same largest likelihood ratio as trying every window by hand', () => {
    const random = createRandom('scan');
    for (let round = 0; round < 20; round += 1) {
      const counts = days.map(() => Math.floor(random() * 2.2));
      const total = counts.reduce((sum, count) => sum + count, 0);
      const expected = days.map(() => total / days.length);
      const prepared = prepareScan(grid, placeWindows(WEEKS, [6, 9], 2), expected, total);
      const { scan, countIn } = prepared;
      const windows = listWindows(prepared);
      const byHand = windows.map((window) => {
        const inside = days.filter((day) => {
          const week = Math.floor(day / 5);
          return (
            week >= window.start &&
            week < window.end &&
            (window.weekday === ALL_DAYS || day % 5 === window.weekday)
          );
        });
        const count = inside.reduce((sum, day) => sum + (counts[day] ?? 0), 0);
        expect(countIn(fill(counts), window)).toBe(count);
        expect(window.expected).toBeCloseTo((total * inside.length) / days.length, 9);
        return scanLikelihoodRatio(count, window.expected, total);
      });
      const found = scan(fill(counts));
      expect(found.statistic).toBeCloseTo(Math.max(...byHand), 9);
      expect(byHand[found.at]).toBeCloseTo(found.statistic, 9);
    }
  });

  it('leaves out windows longer than half the record, and reaches its last week', () => {
    const prepared = prepareScan(
      grid,
      placeWindows(WEEKS, [6, 9, 13], 2),
      days.map(() => 1),
      100,
    );
    const windows = listWindows(prepared);
    expect(prepared.windowAt(prepared.size)).toBeNull();
    expect(Math.max(...windows.map(({ start, end }) => end - start))).toBe(9);
    expect(Math.max(...windows.map(({ end }) => end))).toBe(WEEKS);
    expect(new Set(windows.map(({ weekday }) => weekday)).size).toBe(6);
  });

  it('finds nothing when no window is above its share', () => {
    const { scan } = prepareScan(
      grid,
      placeWindows(WEEKS, [6], 2),
      days.map(() => 1),
      100,
    );
    expect(scan(fill(days.map(() => 0)))).toEqual({ statistic: 0, at: -1 });
  });
});
