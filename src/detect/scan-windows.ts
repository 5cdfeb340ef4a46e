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
  /** Largest likelihood ratio over all windows for counts a day, and the window it is in (-1 when none is above). */
  readonly scan: (counts: ArrayLike<number>) => { readonly statistic: number; readonly at: number };
  readonly countIn: (counts: ArrayLike<number>, window: ScanWindow) => number;
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

/**
 * Prepares Kulldorff's scan of one cell: every window of the given lengths, on all days and on each weekday, with its
 * expected count from the day shares (adding up to `total`).
 *
 * The same likelihood ratio as `scanLikelihoodRatio`, with the logarithms of expected counts taken once, because a
 * thousand replicates scan the same windows. Windows longer than half the record are left out: the rest would be the
 * cluster then. Preparing O(windows), scanning O(days + windows).
 */
export function prepareScan(
  { week, weekday, weeks }: ScanGrid,
  expectedPerDay: ArrayLike<number>,
  total: number,
  lengths: readonly number[],
  step: number,
): WindowScan {
  const expected = cumulate({ week, weekday, weeks }, expectedPerDay, new Float64Array(KINDS * (weeks + 1)));
  const [from, to, means]: [number[], number[], number[]] = [[], [], []];
  for (let kind = 0; kind < KINDS; kind += 1) {
    for (const length of lengths) {
      if (length * 2 > weeks + 1) continue;
      for (const start of startsOf(weeks, length, step)) {
        const base = kind * (weeks + 1);
        const inside = (expected[base + start + length] ?? 0) - (expected[base + start] ?? 0);
        if (inside <= 0 || inside >= total) continue;
        from.push(base + start);
        to.push(base + start + length);
        means.push(inside);
      }
    }
  }
  const logMean = new Float64Array(means.length);
  const logRest = new Float64Array(means.length);
  for (let window = 0; window < means.length; window += 1) {
    logMean[window] = Math.log(means[window] ?? 0);
    logRest[window] = Math.log(total - (means[window] ?? 0));
  }
  const countLog = new Float64Array(total + 1);
  for (let count = 1; count <= total; count += 1) countLog[count] = count * Math.log(count);
  const table = new Int32Array(KINDS * (weeks + 1));
  return {
    size: means.length,
    windowAt: (at) => {
      const [first, end, mean] = [from[at], to[at], means[at]];
      if (first === undefined || end === undefined || mean === undefined) return null;
      const weekday = Math.floor(first / (weeks + 1));
      const base = weekday * (weeks + 1);
      return { start: first - base, end: end - base, weekday, expected: mean };
    },
    countIn: (counts, window) => {
      cumulate({ week, weekday, weeks }, counts, table);
      const base = window.weekday * (weeks + 1);
      return (table[base + window.end] ?? 0) - (table[base + window.start] ?? 0);
    },
    scan: (counts) => {
      cumulate({ week, weekday, weeks }, counts, table);
      let [statistic, at] = [0, -1];
      for (let window = 0; window < from.length; window += 1) {
        const count = (table[to[window] ?? 0] ?? 0) - (table[from[window] ?? 0] ?? 0);
        if (count <= (means[window] ?? 0)) continue;
        const rest = total - count;
        const ratio =
          (countLog[count] ?? 0) -
          count * (logMean[window] ?? 0) +
          (countLog[rest] ?? 0) -
          rest * (logRest[window] ?? 0);
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

/** Running totals by week for each weekday and for all days. */
function cumulate<Table extends Float64Array | Int32Array>(
  { week, weekday, weeks }: ScanGrid,
  perDay: ArrayLike<number>,
  table: Table,
): Table {
  table.fill(0);
  for (let day = 0; day < perDay.length; day += 1) {
    const value = perDay[day] ?? 0;
    if (value === 0) continue;
    const at = (week[day] ?? 0) + 1;
    const kind = weekday[day] ?? 0;
    if (kind < ALL_DAYS) table[kind * (weeks + 1) + at] = (table[kind * (weeks + 1) + at] ?? 0) + value;
    table[ALL_DAYS * (weeks + 1) + at] = (table[ALL_DAYS * (weeks + 1) + at] ?? 0) + value;
  }
  for (let kind = 0; kind < KINDS; kind += 1) {
    const base = kind * (weeks + 1);
    for (let at = 1; at <= weeks; at += 1)
      table[base + at] = (table[base + at] ?? 0) + (table[base + at - 1] ?? 0);
  }
  return table;
}
