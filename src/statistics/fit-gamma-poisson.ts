import { maximiseByGoldenSection } from './golden-section.ts';
import { logGamma } from './special-functions/log-gamma.ts';

export interface GammaPoissonFit {
  /** Shape k of the Gamma(k, rate k) spread of pupils' ratios around 1; well under 1 when a few pupils have most. */
  readonly shape: number;
  readonly logLikelihood: number;
}

/** Pupils of whom the same was expected. */
export interface ExpectedGroup {
  readonly mean: number;
  readonly pupils: number;
  /** Their incidents together. */
  readonly seen: number;
}

/** Search range of ln k: below it every count is one pupil's, above it the spread cannot be told from none. */
const LOG_SHAPE = { low: -4, high: 3 } as const;
const TOLERANCE = 1e-7;

/**
 * Fits how unevenly incidents fall on pupils: the shape k that makes the counts most likely when each is negative
 * binomial with size k and mean its expected value. One dimension, by golden section on ln k in [-4, 3]. O(pupils),
 * then O(distinct expected values + largest count) a step.
 * observed and expected have one entry for each pupil on roll, quiet ones too; without them the spread is understated.
 */
export function fitGammaPoisson(observed: readonly number[], expected: readonly number[]): GammaPoissonFit {
  const groups = new Map<number, { mean: number; pupils: number; seen: number }>();
  const counts: number[] = [];
  observed.forEach((y, i) => {
    const mean = expected[i] ?? 0;
    if (mean <= 0) return;
    counts.push(y);
    const group = groups.get(mean);
    if (group === undefined) groups.set(mean, { mean, pupils: 1, seen: y });
    else {
      group.pupils += 1;
      group.seen += y;
    }
  });
  return fitGammaPoissonGroups([...groups.values()], counts);
}

/**
 * The same fit from pupils already grouped by what was expected of them, with the counts that are not 0: the
 * likelihood needs each pupil's count and each group's mean, never the two together. ln Gamma(y + k) - ln Gamma(k) is
 * a sum of logarithms over the count's steps, so that no gamma function is needed. means > 0; `tolerance` is of ln k.
 */
export function fitGammaPoissonGroups(
  groups: readonly ExpectedGroup[],
  counts: readonly number[],
  tolerance = TOLERANCE,
): GammaPoissonFit {
  const above = countAbove(counts);
  let seen = 0;
  let fixed = 0;
  for (const group of groups) {
    seen += group.seen;
    if (group.seen > 0) fixed += group.seen * Math.log(group.mean);
  }
  for (const y of counts) fixed -= y > 1 ? logGamma(y + 1) : 0;
  const logLikelihood = (logShape: number): number => {
    const size = Math.exp(logShape);
    let sum = fixed - seen * logShape;
    for (let j = 0; j < above.length; j += 1) sum += (above[j] ?? 0) * Math.log(size + j);
    for (const group of groups) sum -= (group.pupils * size + group.seen) * Math.log1p(group.mean / size);
    return sum;
  };
  const best = maximiseByGoldenSection(logLikelihood, LOG_SHAPE.low, LOG_SHAPE.high, tolerance);
  return { shape: Math.exp(best), logLikelihood: logLikelihood(best) };
}

/** How many counts are above 0, above 1, and so on. */
function countAbove(counts: readonly number[]): Float64Array {
  let most = 0;
  for (const y of counts) if (y > most) most = y;
  const above = new Float64Array(most);
  for (const y of counts) for (let j = 0; j < y; j += 1) above[j] = (above[j] ?? 0) + 1;
  return above;
}
