import type { PooledRatio } from '../incident/trust-analysis.ts';
import { poolRandomEffects } from '../statistics/pool-random-effects.ts';
import { readTrustThresholds } from './read-trust-thresholds.ts';

/** One school's ratio and the variance of its logarithm. */
export interface UnpooledRatio {
  readonly ratio: number;
  readonly variance: number;
}

/** The ratio of several schools by random effects, with the spread between them; null with too few schools. */
export function poolRatios(units: readonly UnpooledRatio[]): PooledRatio | null {
  if (units.length < readTrustThresholds().pooled_schools) return null;
  const pooled = poolRandomEffects(
    units.map(({ ratio, variance }) => ({ estimate: Math.log(ratio), variance })),
  );
  if (pooled === null) return null;
  const back = ([low, high]: readonly [number, number]): readonly [number, number] => [
    Math.exp(low),
    Math.exp(high),
  ];
  return {
    schools: units.length,
    ratio: Math.exp(pooled.estimate),
    interval: back(pooled.interval),
    spread: back(pooled.prediction),
    tau2: pooled.tau2,
    i2: pooled.i2,
    p: pooled.p,
    q: pooled.p,
  };
}
