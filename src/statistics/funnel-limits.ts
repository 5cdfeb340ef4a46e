import { estimateOverdispersion, type FunnelUnit } from './estimate-overdispersion.ts';
import { poissonExactInterval } from './poisson-exact-interval.ts';
import { poissonLimits } from './poisson-limits.ts';
import { normalQuantile } from './special-functions/normal-quantile.ts';

interface FunnelPlace extends FunnelUnit {
  /** observed / expected. */
  readonly ratio: number;
  /** Exact Poisson limits of the count at its expected value. */
  readonly limits95: readonly [number, number];
  readonly limits998: readonly [number, number];
  /** The same, as ratios, widened for ordinary differences between units. */
  readonly wide95: readonly [number, number];
  readonly wide998: readonly [number, number];
  /** Exact 95 % interval of the ratio. */
  readonly interval: readonly [number, number];
  /** Beyond the 99.8 % widened limits. */
  readonly outlying: boolean;
}

export interface Funnel {
  /** Variance of the square root of true ratios between units; 0 when Poisson noise explains the spread. */
  readonly tau2: number;
  /** Mean squared z-score after Winsorising: about 1 for Poisson. */
  readonly dispersion: number;
  readonly units: readonly FunnelPlace[];
}

/**
 * Funnel plot of classes or schools at one time: each unit's count against exact Poisson limits at its expected value
 * (95 % and 99.8 %), and against limits widened for overdispersion, which classes always have. The widening works on
 * the square root of the ratio (standard error 1 / (2 sqrt(expected))). Name only units beyond the wide 99.8 %. `ordinary` are the units that
 * the widening is estimated from (all unless given): an outlier known from elsewhere must not widen its own limits.
 * O(n log n). Reference: Spiegelhalter (2005), Statistics in Medicine 24:1185; FunnelPlotR.
 */
export function funnelLimits(units: readonly FunnelUnit[], ordinary = units): Funnel {
  const { tau2, dispersion } = estimateOverdispersion(ordinary);
  const wide = (expected: number, confidence: number): [number, number] => {
    const reach = normalQuantile(1 - (1 - confidence) / 2) * Math.sqrt(1 / (4 * expected) + tau2);
    return [Math.max(0, 1 - reach) ** 2, (1 + reach) ** 2];
  };
  const places = units.map(({ observed, expected }) => {
    const ratio = observed / expected;
    const [low, high] = poissonExactInterval(observed);
    const wide998 = wide(expected, 0.998);
    return {
      observed,
      expected,
      ratio,
      limits95: poissonLimits(expected, 0.95),
      limits998: poissonLimits(expected, 0.998),
      wide95: wide(expected, 0.95),
      wide998,
      interval: [low / expected, high / expected] as const,
      outlying: ratio < wide998[0] || ratio > wide998[1],
    };
  });
  return { tau2, dispersion, units: places };
}
