import { countLogs } from '../statistics/count-logs.ts';

/** A window of the scan: weeks `start` up to (not including) `end`, on one weekday (0-4) or all days (5). */
export interface ScanWindow {
  readonly start: number;
  readonly end: number;
  readonly weekday: number;
  readonly expected: number;
}

/** The windows of one cell, ready for quick scanning of many replicates. */
export interface WindowScan {
  readonly size: number;
  /** Null outside 0 to size - 1. */
  readonly windowAt: (at: number) => ScanWindow | null;
  /** Largest likelihood ratio over all windows of a filled grid, and the window it is in (-1 when none is above). */
  readonly scan: (counts: Int32Array) => { readonly statistic: number; readonly at: number };
  readonly countIn: (counts: Int32Array, window: ScanWindow) => number;
}

/** Where days stand in the week grid of a scan. */
export interface ScanGrid {
  readonly week: ArrayLike<number>;
  readonly weekday: ArrayLike<number>;
  readonly weeks: number;
}

/** Number standing for all weekdays. */
export const ALL_DAYS = 5;
const KINDS = 6;

/** Entries of a grid of running totals: one row for each weekday and one for all days, each starting with 0. */
export function gridSize(weeks: number): number {
  return KINDS * (weeks + 1);
}

/** Puts what happened on each day into a grid of running totals by week, for each weekday and for all days. */
export function fillGrid<Table extends Float64Array | Int32Array>(
  { week, weekday, weeks }: ScanGrid,
  perDay: ArrayLike<number>,
  grid: Table,
): Table {
  grid.fill(0);
  for (let day = 0; day < perDay.length; day += 1) {
    const value = perDay[day] ?? 0;
    if (value === 0) continue;
    const at = (week[day] ?? 0) + 1;
    const kind = weekday[day] ?? 0;
    if (kind < ALL_DAYS) grid[kind * (weeks + 1) + at] = (grid[kind * (weeks + 1) + at] ?? 0) + value;
    grid[ALL_DAYS * (weeks + 1) + at] = (grid[ALL_DAYS * (weeks + 1) + at] ?? 0) + value;
  }
  return accumulateGrid(weeks, grid);
}

/** Turns a grid of weekly counts into one of running totals, in place. */
export function accumulateGrid<Table extends Float64Array | Int32Array>(weeks: number, grid: Table): Table {
  for (let kind = 0; kind < KINDS; kind += 1) {
    let sum = 0;
    const end = (kind + 1) * (weeks + 1);
    for (let at = kind * (weeks + 1); at < end; at += 1) {
      sum += grid[at] ?? 0;
      grid[at] = sum;
    }
  }
  return grid;
}

/** Where the windows of every cell of a school begin and end in its grid. */
export interface WindowPlaces {
  readonly from: Int32Array;
  readonly to: Int32Array;
}

/**
 * Lists the windows of a scan: of the given lengths in weeks, every so many weeks, on all days and on each weekday.
 * Windows longer than half the record are left out: the rest would be the cluster then.
 */
export function placeWindows(weeks: number, lengths: readonly number[], step: number): WindowPlaces {
  const [from, to]: [number[], number[]] = [[], []];
  for (let kind = 0; kind < KINDS; kind += 1) {
    const base = kind * (weeks + 1);
    for (const length of lengths) {
      if (length * 2 > weeks + 1) continue;
      for (const start of startsOf(weeks, length, step)) {
        from.push(base + start);
        to.push(base + start + length);
      }
    }
  }
  return { from: Int32Array.from(from), to: Int32Array.from(to) };
}

/**
 * Prepares Kulldorff's scan of one cell: what is expected in each window, from the day shares (adding up to `total`).
 *
 * The same likelihood ratio as `scanLikelihoodRatio`, for counts that may add up to another total than the cell's own
 * (a replicate's), with the logarithms of expected counts taken once and a window left out by a bound that needs none.
 * Preparing O(windows), scanning O(windows).
 */
export function prepareScan(
  grid: ScanGrid,
  { from, to }: WindowPlaces,
  expectedPerDay: ArrayLike<number>,
  total: number,
): WindowScan {
  const { weeks } = grid;
  const size = from.length;
  const expected = fillGrid(grid, expectedPerDay, new Float64Array(gridSize(weeks)));
  const means = new Float64Array(size);
  const logMean = new Float64Array(size);
  const logRest = new Float64Array(size);
  /** total over mean x (total - mean): with the square of what is above, never less than the likelihood ratio. */
  const bound = new Float64Array(size);
  for (let window = 0; window < size; window += 1) {
    const mean = (expected[to[window] ?? 0] ?? 0) - (expected[from[window] ?? 0] ?? 0);
    means[window] = mean;
    // Nothing can stand out where nothing, or everything, is expected: a bound of 0 leaves the window out.
    if (mean <= 0 || mean >= total) continue;
    logMean[window] = Math.log(mean);
    logRest[window] = Math.log(total - mean);
    bound[window] = total / (mean * (total - mean));
  }
  return {
    size,
    windowAt: (at) => {
      const [first, end, mean] = [from[at], to[at], means[at]];
      if (first === undefined || end === undefined || mean === undefined) return null;
      const weekday = Math.floor(first / (weeks + 1));
      const base = weekday * (weeks + 1);
      return { start: first - base, end: end - base, weekday, expected: mean };
    },
    countIn: (counts, window) => {
      const base = window.weekday * (weeks + 1);
      return (counts[base + window.end] ?? 0) - (counts[base + window.start] ?? 0);
    },
    scan: (counts) => {
      const seen = counts[gridSize(weeks) - 1] ?? 0;
      if (seen === 0) return { statistic: 0, at: -1 };
      const logs = countLogs(seen);
      const scale = seen / total;
      const flat = seen * Math.log(scale);
      let [statistic, at] = [0, -1];
      for (let window = 0; window < size; window += 1) {
        const count = (counts[to[window] ?? 0] ?? 0) - (counts[from[window] ?? 0] ?? 0);
        const above = count - (means[window] ?? 0) * scale;
        if (above <= 0 || above * above * (bound[window] ?? 0) <= statistic * scale) continue;
        const rest = seen - count;
        const ratio =
          (logs[count] ?? 0) -
          count * (logMean[window] ?? 0) +
          (logs[rest] ?? 0) -
          rest * (logRest[window] ?? 0) -
          flat;
        if (ratio > statistic) {
          statistic = ratio;
          at = window;
        }
      }
      return { statistic, at };
    },
  };
}

function startsOf(weeks: number, length: number, step: number): readonly number[] {
  const starts: number[] = [];
  for (let start = 0; start + length <= weeks; start += step) starts.push(start);
  if ((weeks - length) % step !== 0) starts.push(weeks - length);
  return starts;
}
