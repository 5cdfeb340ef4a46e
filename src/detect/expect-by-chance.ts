import { benjaminiHochberg } from '../statistics/benjamini-hochberg.ts';
import { createRandom } from '../statistics/seeded-random.ts';
import { assignTiers, type TierLimits } from './assign-tiers.ts';

/** Copies with nothing going on. */
const COPIES = 40;

/**
 * How many findings a list would show if nothing were going on: the same family of tests, tiers and limits on copies
 * whose p-values are chance alone (even between 0 and 1). Discrete tests show fewer. Two significant figures.
 */
export function expectByChance(family: number, limits: TierLimits): number {
  if (family === 0) return 0;
  const random = createRandom(`chance ${family}`);
  let listed = 0;
  for (let copy = 0; copy < COPIES; copy += 1) {
    const p = Array.from({ length: family }, random);
    const q = benjaminiHochberg(p);
    listed += assignTiers(
      q,
      (one) => one,
      (one) => one,
      limits,
    ).length;
  }
  return Number((listed / COPIES).toPrecision(2));
}
