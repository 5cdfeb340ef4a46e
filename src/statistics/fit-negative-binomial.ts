import { maximiseByGoldenSection } from './golden-section.ts';
import { negativeBinomialLogProbability } from './negative-binomial-log-probability.ts';

export interface NegativeBinomialFit {
  readonly mu: number;
  /** Variance is mu + mu^2 / size; at the end of the search range (about 160,000) it cannot be told from Poisson. */
  readonly size: number;
  readonly logLikelihood: number;
}

const LOG_SIZE = { low: -7, high: 12 } as const;

/**
 * Negative binomial fitted to counts by maximum likelihood: the mean is the average, the size is found by golden
 * section on its logarithm. null for no counts or no event. O(n). Reference: R MASS::glm.nb(x ~ 1).
 */
export function fitNegativeBinomial(counts: readonly number[]): NegativeBinomialFit | null {
  const mu = counts.reduce((sum, count) => sum + count, 0) / counts.length;
  if (!(mu > 0)) return null;
  const logLikelihood = (logSize: number) =>
    counts.reduce((sum, count) => sum + negativeBinomialLogProbability(count, mu, Math.exp(logSize)), 0);
  const best = maximiseByGoldenSection(logLikelihood, LOG_SIZE.low, LOG_SIZE.high, 1e-7);
  return { mu, size: Math.exp(best), logLikelihood: logLikelihood(best) };
}
