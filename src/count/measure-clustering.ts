import { clusteredRate } from './clustered-rate.ts';
import { exposeRoll, type GroupInput } from './expose-roll.ts';
import { isMeasured, readHeadlineMeasures } from './headline-measures.ts';

/**
 * Exposure in pupil-days, and for each headline measure how many times wider its variance is than if every incident
 * were another pupil's: ten incidents of one child are not ten children.
 */
export function measureClustering(input: GroupInput): {
  readonly pupilDays: number;
  readonly clustering: Readonly<Record<string, number>>;
} {
  const all = exposeRoll(input).onRoll;
  return {
    pupilDays: all.reduce((sum, { days }) => sum + days, 0),
    clustering: Object.fromEntries(
      readHeadlineMeasures().map((measure) => [
        measure.code,
        clusteredRate(exposeRoll(input, (each) => isMeasured(measure, each)).onRoll).clustering,
      ]),
    ),
  };
}
