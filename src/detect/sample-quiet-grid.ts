import { dispersionFromDifferences } from '../statistics/dispersion-from-differences.ts';
import type { Random } from '../statistics/seeded-random.ts';
import { prepareUnevenCounts, type UnevenCounts } from '../statistics/uneven-counts.ts';
import { ALL_DAYS, accumulateGrid, gridSize, type ScanGrid } from './scan-windows.ts';

/** Below this much over Poisson, weeks are taken as steady. */
const STEADY = 1.05;

/** Dispersions are taken in steps of five per cent, so that the cells of a school share their tables. */
const STEP = Math.log(1.05);

/** Parts of a week's incidents: what eight bits of a random number tell apart. */
const PARTS = 256;

/** Its multiples are spread evenly between whole numbers. */
const GOLDEN = 0.6180339887498949;

/** Prepares draws of weekly counts for a scan's cells, by their dispersion. */
export function shareUnevenCounts(): (dispersion: number) => UnevenCounts {
  const known = new Map<number, UnevenCounts>();
  return (dispersion) => {
    const step = dispersion < STEADY ? 0 : Math.round(Math.log(dispersion) / STEP);
    const counts = known.get(step) ?? prepareUnevenCounts(Math.exp(step * STEP));
    known.set(step, counts);
    return counts;
  };
}

/**
 * Makes a sampler of what a cell's grid would look like with nothing going on: each week's count drawn around what is
 * expected of it, varying as much as the cell's own neighbouring weeks do, and thrown on the week's days by their
 * shares. The total varies a little from one grid to the next; the scan takes each as it comes. The same array is
 * filled every time.
 *
 * Few pupils or one class behind most of a cell make its weeks lumpy; held against a smoother chance, every lumpy
 * cell would be a hot spot. Neighbouring weeks see the lumps and hardly the hot spot.
 */
export function sampleQuietGrid(
  { week, weekday, weeks }: ScanGrid,
  counts: ArrayLike<number>,
  expected: Float64Array,
  random: Random,
  unevenOf: ReturnType<typeof shareUnevenCounts>,
): () => Int32Array {
  const seen = new Array<number>(weeks).fill(0);
  const means = new Array<number>(weeks).fill(0);
  for (let day = 0; day < expected.length; day += 1) {
    const at = week[day] ?? 0;
    seen[at] = (seen[at] ?? 0) + (counts[day] ?? 0);
    means[at] = (means[at] ?? 0) + (expected[day] ?? 0);
  }
  const dispersion = dispersionFromDifferences(seen, means) ?? 1;
  const { draw, tableOf } = unevenOf(dispersion);
  const tables = means.map(tableOf);
  const kindOf = shareOut({ week, weekday, weeks }, expected, means);
  const grid = new Int32Array(gridSize(weeks));
  return () => {
    grid.fill(0);
    for (let at = 0; at < weeks; at += 1) {
      const table = tables[at];
      if (table === undefined) continue;
      const count = draw(random, table);
      grid[ALL_DAYS * (weeks + 1) + at + 1] = count;
      let bits = 0;
      for (let one = 0; one < count; one += 1) {
        // A random number has 32 bits: enough for four incidents.
        bits = one % 4 === 0 ? (random() * 0x1_0000_0000) >>> 0 : bits >>> 8;
        const kind = kindOf[at * PARTS + (bits & 0xff)] ?? ALL_DAYS;
        if (kind < ALL_DAYS) grid[kind * (weeks + 1) + at + 1] = (grid[kind * (weeks + 1) + at + 1] ?? 0) + 1;
      }
    }
    return accumulateGrid(weeks, grid);
  };
}

/**
 * The weekday of each of 256 equal parts of each week's incidents, in proportion to what is expected of its days. The
 * borders are shifted from week to week, so that rounding to whole parts adds up to nothing over a window.
 */
function shareOut(
  { week, weekday, weeks }: ScanGrid,
  expected: Float64Array,
  means: readonly number[],
): Uint8Array {
  const kindOf = new Uint8Array(weeks * PARTS).fill(ALL_DAYS);
  let [at, running, from] = [-1, 0, 0];
  for (let day = 0; day < expected.length; day += 1) {
    if (week[day] !== at) [at, running, from] = [week[day] ?? 0, 0, 0];
    running += expected[day] ?? 0;
    const to = Math.floor((PARTS * running) / (means[at] ?? 1) + ((at * GOLDEN) % 1));
    kindOf.fill(weekday[day] ?? ALL_DAYS, at * PARTS + from, at * PARTS + Math.min(to, PARTS));
    from = to;
  }
  return kindOf;
}
