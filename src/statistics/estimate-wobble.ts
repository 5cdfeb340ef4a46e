import { betaBinomialProbabilities } from './beta-binomial-probabilities.ts';
import { maximiseByGoldenSection } from './golden-section.ts';
import { logBeta } from './special-functions/log-beta.ts';

/** A pupil's incidents in two neighbouring earlier terms, with exposures > 0. */
export interface TermPair {
  readonly x1: number;
  readonly t1: number;
  readonly x0: number;
  readonly t0: number;
}

/** Centre and spread (of the logarithm) of what is believed before looking. */
const [USUAL, SPREAD] = [20, 0.35];
/** Fewest pairs worth looking at, fewest incidents in one, and the share of pairs set aside as real changes. */
const [FEWEST, MIN_EVENTS, TRIMMED] = [100, 6, 0.07];
const SEARCH = { low: Math.log(2), high: Math.log(500) } as const;

/** A pair with the doubled smaller mid-p of every split of its total, at the usual wobble. */
interface JudgedPair extends TermPair {
  readonly surprise: readonly number[];
}

function chancesOf({ x1, t1, x0, t0 }: TermPair, shape: number): Float64Array {
  return betaBinomialProbabilities(x1 + x0, shape, (shape * t0) / t1);
}

function judge(pair: TermPair): JudgedPair {
  let below = 0;
  const surprise = Array.from(chancesOf(pair, USUAL), (chance) => {
    const low = below + chance / 2;
    below += chance;
    return 2 * Math.min(low, 1 - low);
  });
  return { ...pair, surprise };
}

/** Log-likelihood of the split given the total and given that it is not among the surprising ones. */
function logLikelihood(pair: JudgedPair, shape: number, cut: number): number {
  const { x1, t1, x0, t0, surprise } = pair;
  const beta = (shape * t0) / t1;
  let kept = 0;
  chancesOf(pair, shape).forEach((chance, x) => {
    if ((surprise[x] ?? 0) > cut) kept += chance;
  });
  // Without the binomial coefficient, which does not depend on the shape.
  return logBeta(x1 + shape, x0 + beta) - logBeta(shape, beta) - Math.log(kept);
}

/**
 * How much unchanged pupils' rates wobble from term to term: the shape for betaBinomialRateTest, from pairs of
 * neighbouring earlier terms with at least 6 incidents together. The most surprising 7 % are set aside, since some
 * pupils did change, and the likelihood of the rest is taken given that they are not surprising: without that the
 * wobble would look smaller than it is (a shape of 24 came out as 44 from 500 unchanged pairs). A log-normal belief
 * centred on 20 steadies it. Under 100 usable pairs: 20. The order of the pairs does not matter. O(pairs x incidents).
 */
export function estimateWobble(pairs: readonly TermPair[]): number {
  const usable = pairs
    .filter(({ x1, x0 }) => x1 + x0 >= MIN_EVENTS)
    .toSorted((a, b) => a.x1 - b.x1 || a.x0 - b.x0 || a.t1 - b.t1 || a.t0 - b.t0)
    .map(judge);
  if (usable.length < FEWEST) return USUAL;
  const surprises = usable.map(({ x1, surprise }) => surprise[x1] ?? 0).toSorted((a, b) => a - b);
  const cut = surprises[Math.floor(usable.length * TRIMMED) - 1] ?? 0;
  const ordinary = usable.filter(({ x1, surprise }) => (surprise[x1] ?? 0) > cut);
  const score = (logShape: number): number => {
    const belief = -((logShape - Math.log(USUAL)) ** 2) / (2 * SPREAD ** 2);
    return ordinary.reduce((sum, pair) => sum + logLikelihood(pair, Math.exp(logShape), cut), belief);
  };
  return Math.exp(maximiseByGoldenSection(score, SEARCH.low, SEARCH.high, 1e-4));
}
