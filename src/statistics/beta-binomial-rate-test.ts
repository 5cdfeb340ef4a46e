import { betaBinomialProbabilities } from './beta-binomial-probabilities.ts';

export interface BetaBinomialRateTest {
  readonly pGreater: number;
  readonly pLess: number;
  readonly midPGreater: number;
  readonly midPLess: number;
  /** Twice the smaller mid-p, at most 1: the two-sided answer. */
  readonly pMid: number;
}

/** From here on the beta-binomial equals the binomial to ten digits. */
const NO_WOBBLE = 1e12;

/**
 * Has a pupil's rate changed, when unchanged pupils wobble from term to term as well? Given n = x1 + x0 events, the
 * count of the later period is BetaBinomial(n, a, a t0 / t1): the exact conditional (binomial) test of two rates with
 * the share allowed to vary as if each period's rate were multiplied by a Gamma of shape a. Shape 25 lets a rate vary
 * by a fifth with nothing changed; Infinity gives the plain binomial test. Mid-p, because discrete p-values are too
 * large; twice the smaller tail, so that rises and falls are judged alike. Exposures > 0. O(n).
 */
export function betaBinomialRateTest(
  x1: number,
  t1: number,
  x0: number,
  t0: number,
  shape: number,
): BetaBinomialRateTest {
  const n = x1 + x0;
  if (n === 0) return { pGreater: 1, pLess: 1, midPGreater: 0.5, midPLess: 0.5, pMid: 1 };
  const alpha = Math.min(shape, NO_WOBBLE);
  const chances = betaBinomialProbabilities(n, alpha, (alpha * t0) / t1);
  let [below, above] = [0, 0];
  for (let k = 0; k < x1; k++) below += chances[k] ?? 0;
  for (let k = n; k > x1; k--) above += chances[k] ?? 0;
  const here = chances[x1] ?? 0;
  const [midPGreater, midPLess] = [above + here / 2, below + here / 2];
  return {
    pGreater: above + here,
    pLess: below + here,
    midPGreater,
    midPLess,
    pMid: Math.min(1, 2 * Math.min(midPGreater, midPLess)),
  };
}
