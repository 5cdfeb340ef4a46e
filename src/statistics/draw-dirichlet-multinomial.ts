import type { Random } from './seeded-random.ts';

/** First box whose running total is above the place. */
function findBox(running: Float64Array, place: number): number {
  let [low, high] = [0, running.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((running[middle] ?? 0) > place) high = middle;
    else low = middle + 1;
  }
  return low;
}

/**
 * Throws n balls into boxes whose shares vary from throw to throw around `weights` (any scale, none negative, not all
 * 0), as if drawn from a Dirichlet whose parameters add up to `concentration`. The variance of a box is (concentration
 * + n) / (concentration + 1) times the multinomial's, so counts D times as noisy as Poisson need about n / (D - 1);
 * Infinity gives the plain multinomial. Drawn by Polya's urn: each ball follows the weights, or a ball thrown before.
 * O(boxes + n ln boxes). Reference: Blackwell & MacQueen (1973), Annals of Statistics 1:353.
 */
export function drawDirichletMultinomial(
  random: Random,
  n: number,
  weights: ArrayLike<number>,
  concentration: number,
  into: Int32Array = new Int32Array(weights.length),
): Int32Array {
  const running = new Float64Array(weights.length);
  let total = 0;
  for (let i = 0; i < weights.length; i++) {
    total += weights[i] ?? 0;
    running[i] = total;
  }
  if (!(total > 0 && Number.isFinite(total))) throw new RangeError('weights must sum to more than 0');
  into.fill(0);
  if (concentration === Number.POSITIVE_INFINITY) {
    for (let ball = 0; ball < n; ball++) {
      const box = findBox(running, random() * total);
      into[box] = (into[box] ?? 0) + 1;
    }
    return into;
  }
  const thrown = new Int32Array(n);
  for (let ball = 0; ball < n; ball++) {
    const isNew = ball === 0 || random() * (concentration + ball) < concentration;
    const box = isNew ? findBox(running, random() * total) : (thrown[Math.floor(random() * ball)] ?? 0);
    thrown[ball] = box;
    into[box] = (into[box] ?? 0) + 1;
  }
  return into;
}
