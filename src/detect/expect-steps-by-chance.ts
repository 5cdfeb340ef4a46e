import { localErrors } from '../statistics/local-errors.ts';
import { meanErrors } from '../statistics/mean-errors.ts';
import { createRandom } from '../statistics/seeded-random.ts';
import { stepEvidence } from '../statistics/step-evidence.ts';
import { assignTiers, type TierLimits } from './assign-tiers.ts';
import { drawUnchangedWeeks, type Unsteadiness } from './draw-unchanged-weeks.ts';

/** Copies of the school with nothing going on. */
const COPIES = 20;

/** One class in one school year, as it would be with nothing changed. */
export interface UnchangedClass {
  readonly counts: readonly number[];
  readonly exposure: readonly number[];
  readonly total: number;
  readonly unsteadiness: Unsteadiness;
}

/**
 * How many class trends a list would show if no class had changed: the same classes, weeks, tiers and limits on copies
 * that are no more than uneven, each weighed as the real ones are. Two significant figures. The limit of each one's
 * own chance is left out, so that it is rather too many than too few.
 */
export function expectStepsByChance(
  classes: readonly UnchangedClass[],
  options: {
    readonly minSegment: number;
    readonly dispersion: number;
    readonly limits: TierLimits & { readonly each_error: number };
  },
): number {
  const { minSegment, dispersion, limits } = options;
  // Each class has its own chance, by what was counted in it: the order of the classes does not matter.
  const draws = classes
    .map((one) => ({ ...one, key: one.counts.join(' ') }))
    .sort((one, other) => (one.key < other.key ? -1 : 1))
    .map(({ exposure, total, unsteadiness, key }, at) => ({
      exposure,
      draw: drawUnchangedWeeks(exposure, total, unsteadiness, createRandom(`steps by chance ${at} ${key}`)),
    }));
  let listed = 0;
  for (let copy = 0; copy < COPIES; copy += 1) {
    const errors = localErrors(
      // What share may have changed only enters the level, which is not asked for.
      draws.map(
        ({ exposure, draw }) =>
          stepEvidence(draw(), exposure, { minSegment, dispersion, share: 0 }).logFactor,
      ),
    ).filter((error) => error <= limits.each_error);
    const q = meanErrors(errors);
    listed += assignTiers(
      errors.map((error, at) => ({ error, q: q[at] ?? 1 })),
      (each) => each.q,
      (each) => each.error,
      limits,
    ).length;
  }
  return Number((listed / COPIES).toPrecision(2));
}
