import { maximiseByGoldenSection } from './golden-section.ts';
import { negativeBinomialLogProbability } from './negative-binomial-log-probability.ts';

export interface GammaPoissonFit {
  /** Shape k of the Gamma(k, rate k) spread of pupils' ratios around 1; well under 1 when a few pupils have most. */
  readonly shape: number;
  readonly logLikelihood: number;
}

/** Search range of ln k: below it every count is one pupil's, above it the spread cannot be told from none. */
const LOG_SHAPE = { low: -4, high: 3 } as const;

/**
 * Fits how unevenly incidents fall on pupils: the shape k that makes the counts most likely when each is negative
 * binomial with size k and mean its expected value. One dimension, by golden section on ln k in [-4, 3]. Pupils are
 * grouped by equal (observed, expected) first, so a school of many quiet pupils costs little. O(groups).
 * observed and expected have one entry for each pupil on roll, quiet ones too; without them the spread is understated.
 */
export function fitGammaPoisson(observed: readonly number[], expected: readonly number[]): GammaPoissonFit {
  const groups = new Map<string, { y: number; mean: number; pupils: number }>();
  observed.forEach((y, i) => {
    const mean = expected[i] ?? 0;
    const key = `${y} ${mean}`;
    const group = groups.get(key);
    if (group) group.pupils++;
    else groups.set(key, { y, mean, pupils: 1 });
  });
  const list = [...groups.values()].filter(({ mean }) => mean > 0);
  const logLikelihood = (logShape: number): number => {
    const size = Math.exp(logShape);
    let sum = 0;
    for (const { y, mean, pupils } of list) sum += pupils * negativeBinomialLogProbability(y, mean, size);
    return sum;
  };
  const best = maximiseByGoldenSection(logLikelihood, LOG_SHAPE.low, LOG_SHAPE.high, 1e-7);
  return { shape: Math.exp(best), logLikelihood: logLikelihood(best) };
}
