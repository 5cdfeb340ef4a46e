import type { Random } from './seeded-random.ts';

/** Throws n balls into the boxes and counts them; writes into `into` when given, to spare memory in long runs. */
export type MultinomialSampler = (random: Random, n: number, into?: Int32Array) => Int32Array;

/**
 * Prepares draws from a multinomial with the given box weights (any scale, none negative, not all 0). Alias method:
 * O(boxes) to prepare, O(1) for each ball. Reference: Vose (1991), IEEE Trans. Software Engineering 17:972.
 */
export function multinomialSampler(weights: ArrayLike<number>): MultinomialSampler {
  const boxes = weights.length;
  let total = 0;
  for (let i = 0; i < boxes; i++) total += weights[i] ?? 0;
  if (!(total > 0 && Number.isFinite(total)))
    throw new RangeError('multinomial weights must sum to more than 0');
  const keep = new Float64Array(boxes);
  const alias = new Int32Array(boxes);
  const [small, large]: [number[], number[]] = [[], []];
  for (let i = 0; i < boxes; i++) {
    keep[i] = ((weights[i] ?? 0) * boxes) / total;
    ((keep[i] ?? 0) < 1 ? small : large).push(i);
  }
  for (let low = small.pop(), high = large.pop(); ; low = small.pop(), high = large.pop()) {
    if (low === undefined || high === undefined) {
      // Only rounding is left over: such a box keeps all that falls on it.
      for (const rest of [low, high, ...small, ...large]) if (rest !== undefined) keep[rest] = 1;
      break;
    }
    alias[low] = high;
    keep[high] = (keep[high] ?? 0) + (keep[low] ?? 0) - 1;
    ((keep[high] ?? 0) < 1 ? small : large).push(high);
  }
  return (random, n, into = new Int32Array(boxes)) => {
    into.fill(0);
    for (let ball = 0; ball < n; ball++) {
      const place = random() * boxes;
      const box = Math.floor(place);
      const at = place - box < (keep[box] ?? 0) ? box : (alias[box] ?? 0);
      into[at] = (into[at] ?? 0) + 1;
    }
    return into;
  };
}
