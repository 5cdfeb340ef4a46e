import { changePointStatistic } from '../statistics/change-point-statistic.ts';
import { drawDirichletMultinomial } from '../statistics/draw-dirichlet-multinomial.ts';
import type { Random } from '../statistics/seeded-random.ts';

/** How many replicates, and after how many larger ones to stop. */
export interface MonteCarloLimits {
  readonly replicates: number;
  readonly stop_after_exceeding: number;
}

/**
 * The chance that a series with no step in it would show a change point as strong: by replicates that keep the total
 * and the weeks' exposures, with shares as uneven as `dispersion` (1 is Poisson) says.
 *
 * Stops once enough replicates were larger, since a series in the middle of chance needs no third digit (Besag &
 * Clifford 1991, Biometrika 78:301): then p is larger ones over replicates drawn.
 */
export function testChangePoint(
  series: {
    readonly counts: readonly number[];
    readonly exposure: readonly number[];
    readonly total: number;
  },
  dispersion: number,
  minSegment: number,
  random: Random,
  limits: MonteCarloLimits,
): number {
  const { counts, exposure, total } = series;
  const seen = changePointStatistic(counts, exposure, minSegment);
  const concentration = dispersion <= 1 ? Number.POSITIVE_INFINITY : total / (dispersion - 1);
  const replicate = new Int32Array(counts.length);
  let larger = 0;
  for (let drawn = 1; drawn <= limits.replicates; drawn += 1) {
    drawDirichletMultinomial(random, total, exposure, concentration, replicate);
    if (changePointStatistic(replicate, exposure, minSegment) >= seen) larger += 1;
    if (larger >= limits.stop_after_exceeding) return larger / drawn;
  }
  return (larger + 1) / (limits.replicates + 1);
}
