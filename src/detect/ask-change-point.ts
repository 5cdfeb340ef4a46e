import { prepareChangePointStatistic } from '../statistics/change-point-statistic.ts';
import { drawGamma } from '../statistics/draw-gamma.ts';
import type { Random } from '../statistics/seeded-random.ts';
import type { UnevenCounts } from '../statistics/uneven-counts.ts';
import type { TailQuestion } from './estimate-tails.ts';

/** What a series without a step still does. */
export interface Unsteadiness {
  /** Draws a week's count of a given mean, as uneven as the school's weeks are. */
  readonly weeks: UnevenCounts;
  /** Half-term of each week. */
  readonly block: readonly number[];
  /** Gamma shape by which the level of a half-term varies with nothing changed; Infinity for not at all. */
  readonly blockShape: number;
}

/**
 * Asks how likely a series with no step in it would show a change point as strong: by replicates of the same weeks
 * and expected total, as uneven from week to week, and from half-term to half-term, as unchanged classes are.
 */
export function askChangePoint(
  series: {
    readonly counts: readonly number[];
    readonly exposure: readonly number[];
    readonly total: number;
  },
  { weeks, block, blockShape }: Unsteadiness,
  minSegment: number,
  random: Random,
): TailQuestion {
  const { counts, exposure, total } = series;
  const statisticOf = prepareChangePointStatistic(exposure, minSegment);
  const replicate = new Int32Array(counts.length);
  const blocks = [...new Set(block)];
  const blockOf = Int32Array.from(block, (one) => blocks.indexOf(one));
  const exposed = Float64Array.from(exposure);
  const level = new Float64Array(blocks.length).fill(1);
  const draw = (): number => {
    if (Number.isFinite(blockShape)) {
      for (let at = 0; at < level.length; at += 1) level[at] = drawGamma(random, blockShape);
    }
    let sum = 0;
    for (let at = 0; at < exposed.length; at += 1) sum += (exposed[at] ?? 0) * (level[blockOf[at] ?? 0] ?? 1);
    const scale = total / sum;
    for (let at = 0; at < exposed.length; at += 1) {
      const mean = (exposed[at] ?? 0) * (level[blockOf[at] ?? 0] ?? 1) * scale;
      replicate[at] = weeks.draw(random, weeks.tableOf(mean));
    }
    return statisticOf(replicate);
  };
  return { seen: statisticOf(counts), draw };
}
