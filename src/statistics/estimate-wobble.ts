import { betaBinomialProbabilities } from './beta-binomial-probabilities.ts';
import { maximiseByGoldenSection } from './golden-section.ts';

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
  readonly surprise: Float64Array;
}

/** A pair with the first and last split that is not surprising: those between are not either. */
interface OrdinaryPair extends TermPair {
  readonly first: number;
  readonly last: number;
}

/** Of the logarithm of the shape: one per cent, where pupils' terms tell it to a third at best. */
const TOLERANCE = 0.01;

function chancesOf({ x1, t1, x0, t0 }: TermPair, shape: number): Float64Array {
  return betaBinomialProbabilities(x1 + x0, shape, (shape * t0) / t1);
}

function judge(pair: TermPair): JudgedPair {
  let below = 0;
  const surprise = chancesOf(pair, USUAL);
  for (let x = 0; x < surprise.length; x += 1) {
    const chance = surprise[x] ?? 0;
    const low = below + chance / 2;
    below += chance;
    surprise[x] = 2 * Math.min(low, 1 - low);
  }
  const { x1, t1, x0, t0 } = pair;
  return { x1, t1, x0, t0, surprise };
}

function trim({ x1, t1, x0, t0, surprise }: JudgedPair, cut: number): OrdinaryPair {
  const isOrdinary = (one: number): boolean => one > cut;
  return { x1, t1, x0, t0, first: surprise.findIndex(isOrdinary), last: surprise.findLastIndex(isOrdinary) };
}

/** Log-likelihood of the split given the total and given that it is not among the surprising ones. */
function logLikelihood(pair: OrdinaryPair, shape: number): number {
  const chances = chancesOf(pair, shape);
  let kept = 0;
  for (let x = pair.first; x <= pair.last; x += 1) kept += chances[x] ?? 0;
  return Math.log(Math.max(chances[pair.x1] ?? 0, Number.MIN_VALUE) / kept);
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
  const ordinary = usable
    .filter(({ x1, surprise }) => (surprise[x1] ?? 0) > cut)
    .map((pair) => trim(pair, cut));
  const score = (logShape: number): number => {
    const shape = Math.exp(logShape);
    let sum = -((logShape - Math.log(USUAL)) ** 2) / (2 * SPREAD ** 2);
    for (const pair of ordinary) sum += logLikelihood(pair, shape);
    return sum;
  };
  return Math.exp(maximiseByGoldenSection(score, SEARCH.low, SEARCH.high, TOLERANCE));
}
