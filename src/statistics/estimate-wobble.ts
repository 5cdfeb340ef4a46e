import { betaBinomialRateTest } from './beta-binomial-rate-test.ts';
import { maximiseByGoldenSection } from './golden-section.ts';
import { logBeta } from './special-functions/log-beta.ts';

/** A pupil's incidents in two neighbouring earlier terms, with exposures > 0. */
export interface TermPair {
  readonly x1: number;
  readonly t1: number;
  readonly x0: number;
  readonly t0: number;
}

/** Centre and spread (of the logarithm) of what is believed before looking; fewest pairs worth looking at. */
const [USUAL, SPREAD, FEWEST, MIN_EVENTS, TRIMMED] = [20, 0.35, 100, 6, 0.07];
const SEARCH = { low: Math.log(2), high: Math.log(500) } as const;
const ROUNDS = 5;

/** Log-likelihood of the split given the total, without the binomial coefficient, which does not depend on a. */
function logLikelihood({ x1, t1, x0, t0 }: TermPair, a: number): number {
  return logBeta(x1 + a, x0 + (a * t0) / t1) - logBeta(a, (a * t0) / t1);
}

function mostLikelyShape(pairs: readonly TermPair[]): number {
  const score = (logShape: number) => {
    const belief = -((logShape - Math.log(USUAL)) ** 2) / (2 * SPREAD ** 2);
    return pairs.reduce((sum, pair) => sum + logLikelihood(pair, Math.exp(logShape)), belief);
  };
  return Math.exp(maximiseByGoldenSection(score, SEARCH.low, SEARCH.high, 1e-6));
}

/**
 * How much unchanged pupils' rates wobble from term to term: the shape for betaBinomialRateTest, from pairs of
 * neighbouring earlier terms with at least 6 incidents together. The most surprising 7 % are left out, since some
 * pupils did change; a log-normal belief centred on 20 steadies the rest. Under 100 usable pairs: 20. Pairs are put
 * in order first, so the answer does not depend on the order they come in. O(pairs x incidents).
 */
export function estimateWobble(pairs: readonly TermPair[]): number {
  const usable = pairs
    .filter(({ x1, x0 }) => x1 + x0 >= MIN_EVENTS)
    .toSorted((a, b) => a.x1 - b.x1 || a.x0 - b.x0 || a.t1 - b.t1 || a.t0 - b.t0);
  if (usable.length < FEWEST) return USUAL;
  const kept = usable.length - Math.floor(usable.length * TRIMMED);
  let shape: number = USUAL;
  for (let round = 0; round < ROUNDS; round++) {
    const current = shape;
    const ordinary = usable
      .map((pair) => ({ pair, p: betaBinomialRateTest(pair.x1, pair.t1, pair.x0, pair.t0, current).pMid }))
      .toSorted((a, b) => b.p - a.p)
      .slice(0, kept)
      .map(({ pair }) => pair);
    shape = mostLikelyShape(ordinary);
    if (Math.abs(shape - current) < 1e-3) break;
  }
  return shape;
}
