import { prepareChangePointStatistic } from '../statistics/change-point-statistic.ts';
import type { Random } from '../statistics/seeded-random.ts';
import { drawUnchangedWeeks, type Unsteadiness } from './draw-unchanged-weeks.ts';
import type { TailQuestion } from './estimate-tails.ts';

/** Asks how likely a series with no step in it would show a change point as strong: by replicates (draw-unchanged-weeks.ts). */
export function askChangePoint(
  series: {
    readonly counts: readonly number[];
    readonly exposure: readonly number[];
    readonly total: number;
  },
  unsteadiness: Unsteadiness,
  minSegment: number,
  random: Random,
): TailQuestion {
  const { counts, exposure, total } = series;
  const statisticOf = prepareChangePointStatistic(exposure, minSegment);
  const drawWeeks = drawUnchangedWeeks(exposure, total, unsteadiness, random);
  return { seen: statisticOf(counts), draw: () => statisticOf(drawWeeks()) };
}
