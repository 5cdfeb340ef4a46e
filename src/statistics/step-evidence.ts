/** What a series says of a step in it. */
export interface StepEvidence {
  /** Log of how many times likelier the series is with a step than without: the mean over starts and sizes. */
  readonly logFactor: number;
  /** How many times its first level each period's level is expected to be, a step being no more than possible. */
  readonly level: Float64Array;
}

/** Sizes looked for, as likely up as down: half as much again, twice, nearly three and four times. */
const FACTORS = [1.5, 2, 2.8, 4].flatMap((size) => [size, 1 / size]);

const LOG_FACTORS = FACTORS.map(Math.log);

/**
 * Weighs whether a series of counts steps up or down once, by a Bayes factor: the likelihood of how its total falls on
 * the two sides, averaged over every start with `minSegment` periods on both sides and over the sizes above, beside
 * the likelihood without a step. Not the best start but all of them: a step whose week is unclear is a step all the
 * same. For a start and a size r it is r^B / ((a + r b) / (a + b))^N, of N counts B after the start, a and b being the
 * exposures before and after. Counts more uneven than Poisson tell less: logarithms are divided by `dispersion`
 * (a quasi-likelihood; McCullagh & Nelder 1989, chapter 9).
 *
 * `share` is how likely a step was before looking; it only enters the expected level. Periods with exposure 0 are
 * passed over. O(periods x sizes). References: Smith (1975), Biometrika 62:407; Kass & Raftery (1995), JASA 90:773.
 */
export function stepEvidence(
  counts: ArrayLike<number>,
  exposure: ArrayLike<number>,
  options: { readonly minSegment: number; readonly dispersion: number; readonly share: number },
): StepEvidence {
  const level = new Float64Array(counts.length).fill(1);
  const starts = listStarts(counts, exposure, options.minSegment);
  if (starts.length === 0) return { logFactor: Number.NEGATIVE_INFINITY, level };
  const logs = new Float64Array(starts.length * FACTORS.length);
  let most = Number.NEGATIVE_INFINITY;
  starts.forEach((start, nth) => {
    for (let which = 0; which < FACTORS.length; which += 1) {
      const log = logRatio(start, which) / options.dispersion;
      logs[nth * FACTORS.length + which] = log;
      if (log > most) most = log;
    }
  });
  // First what each start adds to the level, then running totals of it.
  const raise = new Float64Array(counts.length);
  let sum = 0;
  starts.forEach(({ at }, nth) => {
    for (let which = 0; which < FACTORS.length; which += 1) {
      const weight = Math.exp((logs[nth * FACTORS.length + which] ?? 0) - most);
      sum += weight;
      raise[at] = (raise[at] ?? 0) + weight * ((FACTORS[which] ?? 1) - 1);
    }
  });
  const logFactor = most + Math.log(sum / logs.length);
  const odds = Math.log(options.share / (1 - options.share)) + logFactor;
  const changed = 1 / (1 + Math.exp(-odds));
  let now = 1;
  for (let at = 0; at < level.length; at += 1) {
    now += ((raise[at] ?? 0) / sum) * changed;
    level[at] = now;
  }
  return { logFactor, level };
}

interface Start {
  readonly at: number;
  readonly total: number;
  readonly after: number;
  readonly exposedBefore: number;
  readonly exposedAfter: number;
}

function logRatio({ total, after, exposedBefore, exposedAfter }: Start, which: number): number {
  const mean = (exposedBefore + exposedAfter * (FACTORS[which] ?? 1)) / (exposedBefore + exposedAfter);
  return after * (LOG_FACTORS[which] ?? 0) - total * Math.log(mean);
}

/** Every period that a step may start with. */
function listStarts(
  counts: ArrayLike<number>,
  exposure: ArrayLike<number>,
  minSegment: number,
): readonly Start[] {
  const open: number[] = [];
  let [total, exposed] = [0, 0];
  for (let at = 0; at < counts.length; at += 1) {
    if (!((exposure[at] ?? 0) > 0)) continue;
    open.push(at);
    total += counts[at] ?? 0;
    exposed += exposure[at] ?? 0;
  }
  const starts: Start[] = [];
  let [before, exposedBefore] = [0, 0];
  open.forEach((at, nth) => {
    if (nth >= minSegment && open.length - nth >= minSegment)
      starts.push({ at, total, after: total - before, exposedBefore, exposedAfter: exposed - exposedBefore });
    before += counts[at] ?? 0;
    exposedBefore += exposure[at] ?? 0;
  });
  return starts;
}
