import { findRoot } from './find-root.ts';
import { negativeBinomialLogProbability } from './negative-binomial-log-probability.ts';
import { digamma } from './special-functions/digamma.ts';
import { gammaQuantile } from './special-functions/gamma-quantile.ts';
import { incompleteGamma } from './special-functions/incomplete-gamma.ts';

/** A mixture of two gammas (shape alpha, rate beta), the first with weight p. */
export interface GammaMixture {
  readonly alpha1: number;
  readonly beta1: number;
  readonly alpha2: number;
  readonly beta2: number;
  readonly p: number;
}

export interface GpsEbgm {
  /** Posterior weight of the first gamma. */
  readonly qn: number;
  /** Geometric mean of the posterior ratio, and its 5 % and 95 % points. */
  readonly ebgm: number;
  readonly eb05: number;
  readonly eb95: number;
}

/**
 * DuMouchel's empirical Bayes geometric mean of observed over expected, under a prior of two gammas. The product
 * shrinks with one gamma, which is enough for one school; this is the full method to compare with. O(1).
 * Reference: DuMouchel (1999), The American Statistician 53:177.
 */
export function gpsEbgm(observed: number, expected: number, theta: GammaMixture): GpsEbgm {
  const { alpha1, beta1, alpha2, beta2, p } = theta;
  const logLikelihood = (alpha: number, beta: number) =>
    negativeBinomialLogProbability(observed, (alpha * expected) / beta, alpha);
  const odds = ((1 - p) / p) * Math.exp(logLikelihood(alpha2, beta2) - logLikelihood(alpha1, beta1));
  const qn = 1 / (1 + odds);
  const parts = [
    { weight: qn, shape: alpha1 + observed, rate: beta1 + expected },
    { weight: 1 - qn, shape: alpha2 + observed, rate: beta2 + expected },
  ];
  const meanLog = parts.reduce(
    (sum, { weight, shape, rate }) => sum + weight * (digamma(shape) - Math.log(rate)),
    0,
  );
  const below = (ratio: number) =>
    parts.reduce((sum, { weight, shape, rate }) => sum + weight * incompleteGamma(rate * ratio, shape), 0);
  const point = (probability: number) => {
    const ends = parts.map(({ shape, rate }) => gammaQuantile(probability, shape, rate));
    return findRoot((ratio) => below(ratio) - probability, Math.min(...ends), Math.max(...ends));
  };
  return { qn, ebgm: Math.exp(meanLog), eb05: point(0.05), eb95: point(0.95) };
}
