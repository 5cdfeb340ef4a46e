import { prepareChangePointStatistic } from '../statistics/change-point-statistic.ts';
import { drawDirichletMultinomial } from '../statistics/draw-dirichlet-multinomial.ts';
import { drawGamma } from '../statistics/draw-gamma.ts';
import { gumbelTail } from '../statistics/gumbel-tail.ts';
import type { Random } from '../statistics/seeded-random.ts';

/** How many replicates, and after how many larger ones to stop. */
export interface MonteCarloLimits {
  readonly replicates: number;
  readonly stop_after_exceeding: number;
}

/** What a series without a step still does. */
export interface Unsteadiness {
  /** Variance of weekly counts over their mean; 1 is Poisson. */
  readonly dispersion: number;
  /** Half-term of each week. */
  readonly block: readonly number[];
  /** Gamma shape by which the level of a half-term varies with nothing changed; Infinity for not at all. */
  readonly blockShape: number;
}

/**
 * The chance that a series with no step in it would show a change point as strong: by replicates that keep the total
 * and the weeks' exposures, with shares as uneven from week to week, and from half-term to half-term, as unchanged classes are.
 *
 * Stops once enough replicates were larger, since a series in the middle of chance needs no third digit (Besag &
 * Clifford 1991, Biometrika 78:301): then p is larger ones over replicates drawn. Else it is read from a Gumbel fitted
 * to the replicates, which is finer than counting them.
 */
export function testChangePoint(
  series: {
    readonly counts: readonly number[];
    readonly exposure: readonly number[];
    readonly total: number;
  },
  { dispersion, block, blockShape }: Unsteadiness,
  minSegment: number,
  random: Random,
  limits: MonteCarloLimits,
): number {
  const { counts, exposure, total } = series;
  const statisticOf = prepareChangePointStatistic(exposure, total, minSegment);
  const seen = statisticOf(counts);
  const concentration = dispersion <= 1 ? Number.POSITIVE_INFINITY : total / (dispersion - 1);
  const replicate = new Int32Array(counts.length);
  const weights = Float64Array.from(exposure);
  const blocks = [...new Set(block)];
  const blockOf = Int32Array.from(block, (one) => blocks.indexOf(one));
  const level = new Float64Array(blocks.length);
  const statistics: number[] = [];
  let larger = 0;
  while (statistics.length < limits.replicates) {
    if (Number.isFinite(blockShape)) {
      for (let at = 0; at < level.length; at += 1) level[at] = drawGamma(random, blockShape);
      for (let at = 0; at < weights.length; at += 1) {
        weights[at] = (exposure[at] ?? 0) * (level[blockOf[at] ?? 0] ?? 1);
      }
    }
    drawDirichletMultinomial(random, total, weights, concentration, replicate);
    const statistic = statisticOf(replicate);
    statistics.push(statistic);
    if (statistic >= seen) larger += 1;
    if (larger >= limits.stop_after_exceeding) return larger / statistics.length;
  }
  return gumbelTail(seen, statistics);
}
