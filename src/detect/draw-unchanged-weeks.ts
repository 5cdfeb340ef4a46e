import { drawGamma } from '../statistics/draw-gamma.ts';
import type { Random } from '../statistics/seeded-random.ts';
import type { UnevenCounts } from '../statistics/uneven-counts.ts';

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
 * Draws counts of the same weeks and expected total in which nothing stepped: as uneven from week to week, and from
 * half-term to half-term, as unchanged classes are. The array is used again for the next draw.
 */
export function drawUnchangedWeeks(
  exposure: readonly number[],
  total: number,
  { weeks, block, blockShape }: Unsteadiness,
  random: Random,
): () => Int32Array {
  const replicate = new Int32Array(exposure.length);
  const blocks = [...new Set(block)];
  const blockOf = Int32Array.from(block, (one) => blocks.indexOf(one));
  const exposed = Float64Array.from(exposure);
  const level = new Float64Array(blocks.length).fill(1);
  return () => {
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
    return replicate;
  };
}
