import { fitGammaPoisson } from '../statistics/fit-gamma-poisson.ts';
import type { DetectThresholds } from './read-thresholds.ts';

/** Shape of the information component: what is used when there is too little to fit one. */
const FALLBACK_SHAPE = 0.5;

/** Expected counts are taken in steps of five per cent: pupils fall into few groups and the fit stays quick. */
const STEP = Math.log(1.05);

/**
 * How unevenly one category falls on pupils in one window, as the shape of a gamma distribution; small when a few
 * pupils have most. With under 50 pupils or 30 incident-days it is 1/2, which makes the ratio's posterior that of
 * the information component.
 */
export function fitShape(
  weights: readonly number[],
  rate: number,
  observed: ReadonlyMap<number, { readonly length: number }>,
  limits: DetectThresholds['pupil_pattern'],
): number {
  const counts: number[] = [];
  const expected: number[] = [];
  let seen = 0;
  weights.forEach((weight, pupil) => {
    if (weight <= 0) return;
    const count = observed.get(pupil)?.length ?? 0;
    counts.push(count);
    seen += count;
    expected.push(Math.exp(Math.round(Math.log(weight * rate) / STEP) * STEP));
  });
  if (counts.length < limits.min_pupils || seen < limits.min_incident_days_in_category) return FALLBACK_SHAPE;
  return fitGammaPoisson(counts, expected).shape;
}
