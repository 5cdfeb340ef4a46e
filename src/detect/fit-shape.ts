import { type ExpectedGroup, fitGammaPoissonGroups } from '../statistics/fit-gamma-poisson.ts';
import type { DetectThresholds } from './read-thresholds.ts';

/** Shape of the information component: what is used when there is too little to fit one. */
const FALLBACK_SHAPE = 0.5;

/** Exposures are taken in steps of five per cent: pupils fall into few groups and the fit stays quick. */
const STEP = Math.log(1.05);

/** A thousandth of ln k: far finer than any log can tell. */
const TOLERANCE = 1e-3;

/** Pupils by exposure, for fitting many categories of one window. */
export interface ExposureGroups {
  /** Group of each pupil; -1 for those without exposure. */
  readonly groupOf: Int32Array;
  readonly weights: readonly number[];
  readonly pupils: readonly number[];
  readonly total: number;
}

/** Groups the pupils of a window by their weighted exposure, once for all categories. */
export function groupExposures(weights: ArrayLike<number>): ExposureGroups {
  const groupOf = new Int32Array(weights.length).fill(-1);
  const byStep = new Map<number, number>();
  const pupils: number[] = [];
  const typical: number[] = [];
  let total = 0;
  for (let pupil = 0; pupil < weights.length; pupil += 1) {
    const weight = weights[pupil] ?? 0;
    if (weight <= 0) continue;
    total += 1;
    const step = Math.round(Math.log(weight) / STEP);
    let group = byStep.get(step);
    if (group === undefined) {
      group = typical.length;
      byStep.set(step, group);
      typical.push(Math.exp(step * STEP));
      pupils.push(0);
    }
    pupils[group] = (pupils[group] ?? 0) + 1;
    groupOf[pupil] = group;
  }
  return { groupOf, weights: typical, pupils, total };
}

/**
 * How unevenly one category falls on pupils in one window, as the shape of a gamma distribution; small when a few
 * pupils have most. With under 50 pupils or 30 incident-days it is 1/2, which makes the ratio's posterior that of
 * the information component. `pupils` are those with exposure and a count, `observed` their counts.
 */
export function fitShape(
  exposures: ExposureGroups,
  rate: number,
  pupils: ArrayLike<number>,
  observed: readonly number[],
  limits: DetectThresholds['pupil_pattern'],
): number {
  const seen = new Float64Array(exposures.weights.length);
  let total = 0;
  for (let at = 0; at < observed.length; at += 1) {
    const group = exposures.groupOf[pupils[at] ?? -1] ?? -1;
    const count = observed[at] ?? 0;
    total += count;
    if (group >= 0) seen[group] = (seen[group] ?? 0) + count;
  }
  if (exposures.total < limits.min_pupils || total < limits.min_incident_days_in_category)
    return FALLBACK_SHAPE;
  const groups = exposures.weights.map(
    (weight, at): ExpectedGroup => ({
      mean: weight * rate,
      pupils: exposures.pupils[at] ?? 0,
      seen: seen[at] ?? 0,
    }),
  );
  return fitGammaPoissonGroups(groups, observed, TOLERANCE).shape;
}
