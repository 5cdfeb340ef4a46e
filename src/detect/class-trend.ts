import { dispersionFromDifferences } from '../statistics/dispersion-from-differences.ts';
import { localErrors } from '../statistics/local-errors.ts';
import { meanErrors } from '../statistics/mean-errors.ts';
import type { PoissonChangePoint } from '../statistics/poisson-change-point.ts';
import { createRandom } from '../statistics/seeded-random.ts';
import { prepareUnevenCounts } from '../statistics/uneven-counts.ts';
import { askChangePoint } from './ask-change-point.ts';
import { assignTiers } from './assign-tiers.ts';
import { concentrationOf } from './concentration.ts';
import { describeClassStep } from './describe-class-step.ts';
import type { DetectorMeta, DetectorResult } from './detect-input.ts';
import type { DetectionContext } from './detection-context.ts';
import type { Unsteadiness } from './draw-unchanged-weeks.ts';
import { estimatePupilWobble } from './estimate-pupil-wobble.ts';
import { estimateTails, type TailQuestion } from './estimate-tails.ts';
import { expectStepsByChance } from './expect-steps-by-chance.ts';
import { type ClassStep, findClassSteps } from './find-class-steps.ts';
import { makeRun } from './make-run.ts';
import { lookAtRecorder } from './recorder-caution.ts';
import type { RecorderLook } from './recorder-look.ts';
import type { WeeklySeries } from './weekly-series.ts';

export const CLASS_TREND: DetectorMeta = {
  id: 'class_trend',
  question: 'Did a class step up or down within a school year, and when?',
  unit: 'a class in a school year',
  needs: [],
};

/** The wobble of pupils from term to term at which a class's half-terms vary by the threshold's shape. */
const USUAL_WOBBLE = 20;

/**
 * Looks in each class and academic year for the week at which its incidents most likely stepped up or down.
 *
 * Classes are compared within one school year only: next year's class of that name is other children. The school's
 * rhythm is told apart from the steps of single classes, the class itself left out (separate-rhythm.ts). A step is
 * listed for how likely it is wrong, given the share of the school's classes that seem to have changed (local-errors.ts):
 * as long as the mean of the list stays small, and each is likelier right than wrong. The family is every class-year
 * with enough incidents. Each must also be unlikely of a class whose pupils only have their ups and downs: p comes from
 * replicates as uneven from week to week as the school's classes are, and from half-term to half-term as few pupils
 * with most of the records make a class.
 */
export function detectClassTrends(context: DetectionContext): DetectorResult {
  const limits = context.thresholds.class_trend;
  const { steps, lookedAt } = findClassSteps(context);
  const errors = localErrors(steps.map(({ logFactor }) => logFactor));
  // A step too small to be listed stays in the family that the share is told from.
  const likely = steps
    .map((step, at) => ({ step, error: errors[at] ?? 1 }))
    .filter(({ step, error }) => isLarge(step.point, limits.ratio_floor) && error <= limits.each_error);
  const dispersion = typicalDispersion(steps);
  const unsteadinessOf = measureUnsteadiness(context, dispersion);
  const p = estimateTails(
    likely.map(({ step }) => askStep(step, unsteadinessOf(step), limits.min_weeks_each_side)),
    limits,
    limits.each_chance,
  );
  const kept = likely
    .map((each, at) => ({ ...each, p: p[at] ?? 1 }))
    .filter((each) => each.p <= limits.each_chance);
  const q = meanErrors(kept.map(({ error }) => error));
  const listed = assignTiers(
    kept.map((each, at) => ({ ...each, q: q[at] ?? 1 })),
    (each) => each.q,
    (each) => each.error,
    limits,
  );
  const recorders = listed.map(({ item: { step } }) => recorderOf(context, step));
  const findings = listed.map(({ item, tier }, at) =>
    describeClassStep(context, item, tier, recorders[at]?.caution ?? ''),
  );
  return {
    findings,
    recorders,
    run: makeRun(CLASS_TREND, findings, {
      lookedAt,
      tooFew: lookedAt - steps.length,
      tooFewIf: `fewer than ${limits.min_incident_days} incidents in the school year, or fewer than ${limits.min_weeks_each_side} recorded weeks on each side of a step`,
      expectedByChance: expectStepsByChance(
        steps.map((step) => ({ ...step.series, unsteadiness: unsteadinessOf(step) })),
        {
          minSegment: limits.min_weeks_each_side,
          dispersion,
          limits,
        },
      ),
      note: lookedAt === 0 ? 'The record names no classes.' : null,
    }),
  };
}

/** How unsteady each class is with nothing changed: as the school's weeks are, and the more so the fewer pupils make it. */
function measureUnsteadiness(
  context: DetectionContext,
  dispersion: number,
): (step: ClassStep) => Unsteadiness {
  const weeks = prepareUnevenCounts(dispersion);
  const { pupil_wobble } = context.thresholds.class_trend;
  const wobble = pupil_wobble * (estimatePupilWobble(context, context.record.days.length) / USUAL_WOBBLE);
  return ({ series }) => ({
    weeks,
    block: halfTermsOf(context, series),
    blockShape: wobble / concentrationOf(series.pupils),
  });
}

/** Asks how likely a class would show a change point as strong with nothing changed. */
function askStep(
  { series, className, year }: ClassStep,
  unsteadiness: Unsteadiness,
  minSegment: number,
): TailQuestion {
  return askChangePoint(
    series,
    unsteadiness,
    minSegment,
    createRandom(`class trend ${className} ${year.name} ${series.counts.join(' ')}`),
  );
}

/** How uneven the school's classes are from week to week, floored at chance: neighbouring weeks, so steps hardly count. */
function typicalDispersion(candidates: readonly ClassStep[]): number {
  const found = candidates.flatMap(dispersionOf);
  const sum = found.reduce((total, one) => total + one, 0);
  return found.length === 0 ? 1 : Math.max(1, sum / found.length);
}

function dispersionOf({ series: { counts, exposure, total } }: ClassStep): readonly number[] {
  const exposed = exposure.reduce((sum, one) => sum + one, 0);
  const found = dispersionFromDifferences(
    counts,
    exposure.map((one) => (one * total) / exposed),
  );
  return found === null ? [] : [found];
}

function halfTermsOf({ record }: DetectionContext, series: WeeklySeries): readonly number[] {
  return series.firstDay.map((day) => record.halfTerm[day] ?? 0);
}

function isLarge({ rateBefore, rateAfter }: PoissonChangePoint, floor: number): boolean {
  return rateAfter >= rateBefore * floor || rateAfter <= rateBefore / floor;
}

function sumOf(values: readonly number[], from: number, to: number): number {
  let sum = 0;
  for (let at = from; at < to; at += 1) sum += values[at] ?? 0;
  return sum;
}

/** Who entered the records on both sides of the step. */
function recorderOf(context: DetectionContext, { series, point }: ClassStep): RecorderLook {
  const index = point.index ?? 0;
  const firstDay = series.firstDay[index] ?? 0;
  return lookAtRecorder(context, {
    after: series.incidents.filter(({ day }) => day >= firstDay),
    before: series.incidents.filter(({ day }) => day < firstDay),
    scale: sumOf(series.exposure, index, series.counts.length) / sumOf(series.exposure, 0, index),
  });
}
