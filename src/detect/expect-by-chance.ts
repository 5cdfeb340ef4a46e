import { createRandom } from '../statistics/seeded-random.ts';
import type { TierLimits } from './assign-tiers.ts';

/** Copies with nothing going on. */
const COPIES = 40;

/**
 * How many findings a list would show if nothing were going on: the same family of tests, tiers and limits on copies
 * whose p-values are chance alone (even between 0 and 1). Discrete tests show fewer. Two significant figures.
 */
export function expectByChance(family: number, limits: TierLimits): number {
  if (family === 0) return 0;
  const random = createRandom(`chance ${family}`);
  const widest = Math.max(limits.q_clear, limits.q_possible);
  let listed = 0;
  for (let copy = 0; copy < COPIES; copy += 1) {
    // A q is never under its p: larger ones need no place in the order.
    const small: number[] = [];
    for (let test = 0; test < family; test += 1) {
      const p = random();
      if (p <= widest) small.push(p);
    }
    small.sort((one, other) => one - other);
    const clear = countUpTo(limits.q_clear, small, family);
    const possible = Math.max(0, countUpTo(limits.q_possible, small, family) - clear);
    listed += clear + Math.min(possible, limits.max_possible);
  }
  return Number((listed / COPIES).toPrecision(2));
}

/** How many of the sorted p-values Benjamini and Hochberg would list at a limit. */
function countUpTo(limit: number, sorted: readonly number[], family: number): number {
  for (let at = sorted.length; at > 0; at -= 1) {
    if (((sorted[at - 1] ?? 1) * family) / at <= limit) return at;
  }
  return 0;
}
