import type { Random } from './seeded-random.ts';

/** Counts of one mean: running chances of `first`, `first + 1` and so on, with where to start looking for each part of 0 to 1. */
export interface CountTable {
  readonly first: number;
  readonly running: Float64Array;
  readonly guide: Int32Array;
}

/** Draws counts, by the table of their mean. */
export interface UnevenCounts {
  /** The table of a mean, 0 or more; made when first asked for. */
  readonly tableOf: (mean: number) => CountTable;
  readonly draw: (random: Random, table: CountTable) => number;
}

/** Means are taken in steps of two per cent, so that few tables serve every week of every series. */
const STEP = Math.log(1.02);

const LEAST = 0.001;

/** Counts less likely than this, beside the likeliest, are left out. */
const NEGLIGIBLE = 1e-10;

/** Entries of a table's guide: a draw starts at most a few counts below its own. */
const GUIDE = 64;

const NOTHING: CountTable = { first: 0, running: Float64Array.of(1), guide: new Int32Array(GUIDE) };

/**
 * Prepares draws of counts whose variance is `dispersion` times their mean: negative binomial, or Poisson at 1 (which
 * lower values are taken as). A Monte Carlo test that needs a million weekly counts reads each from a table with one
 * random number instead of throwing it ball by ball. Means are rounded to 2 %, well under what a week can tell.
 * O(1) a draw, O(spread of the count) once for each new mean.
 */
export function prepareUnevenCounts(dispersion: number): UnevenCounts {
  const tables: (CountTable | undefined)[] = [];
  const tableOf = (mean: number): CountTable => {
    if (!(mean > 0)) return NOTHING;
    // Means under a thousandth are taken for one: they hardly give a count.
    const step = Math.max(0, Math.round(Math.log(mean / LEAST) / STEP));
    let table = tables[step];
    if (table === undefined) {
      table = tabulate(LEAST * Math.exp(step * STEP), dispersion);
      tables[step] = table;
    }
    return table;
  };
  return { tableOf, draw: drawCount };
}

function drawCount(random: Random, { first, running, guide }: CountTable): number {
  const place = random();
  let at = guide[(place * GUIDE) | 0] ?? 0;
  while ((running[at] ?? 2) <= place) at += 1;
  return first + at;
}

/** Chances built outwards from the likeliest count by the ratio of neighbours, so that none underflows. */
function tabulate(mean: number, dispersion: number): CountTable {
  const size = dispersion > 1 ? mean / (dispersion - 1) : Number.POSITIVE_INFINITY;
  const again = dispersion > 1 ? 1 - 1 / dispersion : 0;
  /** Chance of `count + 1` over that of `count`. */
  const ratio = (count: number): number =>
    (size === Number.POSITIVE_INFINITY ? mean : (size + count) * again) / (count + 1);
  let mode = Math.max(0, Math.floor(mean - Math.max(dispersion, 1)));
  while (ratio(mode) > 1) mode += 1;
  const below: number[] = [];
  for (let count = mode, weight = 1; count > 0 && weight > NEGLIGIBLE; count -= 1) {
    weight /= ratio(count - 1);
    below.push(weight);
  }
  const weights = [...below.reverse(), 1];
  for (let count = mode, weight = 1; weight > NEGLIGIBLE; count += 1) {
    weight *= ratio(count);
    weights.push(weight);
  }
  let total = 0;
  const running = Float64Array.from(weights, (weight) => {
    total += weight;
    return total;
  });
  for (let at = 0; at < running.length; at += 1) running[at] = (running[at] ?? 0) / total;
  running[running.length - 1] = 1;
  const guide = new Int32Array(GUIDE);
  for (let part = 0, at = 0; part < GUIDE; part += 1) {
    while ((running[at] ?? 2) <= part / GUIDE) at += 1;
    guide[part] = at;
  }
  return { first: mode - below.length, running, guide };
}
