import { drawGamma } from './draw-gamma.ts';
import { multinomialSampler } from './multinomial-sampler.ts';
import type { Random } from './seeded-random.ts';

/**
 * Throws n balls into boxes whose shares vary from throw to throw around `weights`: shares from a Dirichlet with
 * parameters adding up to `concentration`, then a multinomial. The variance of a box is (concentration + n) /
 * (concentration + 1) times the multinomial's, so counts D times as noisy as Poisson need about n / (D - 1);
 * Infinity gives the plain multinomial. O(boxes + n).
 */
export function drawDirichletMultinomial(
  random: Random,
  n: number,
  weights: ArrayLike<number>,
  concentration: number,
  into: Int32Array = new Int32Array(weights.length),
): Int32Array {
  if (!Number.isFinite(concentration)) return multinomialSampler(weights)(random, n, into);
  let [total, drawn] = [0, 0];
  for (let i = 0; i < weights.length; i++) total += weights[i] ?? 0;
  const shares = Array.from(weights, (weight) => {
    const share = weight > 0 ? drawGamma(random, (concentration * weight) / total) : 0;
    drawn += share;
    return share;
  });
  // Every share can underflow only at a concentration near 0, where the weights say as much as anything.
  return multinomialSampler(drawn > 0 ? shares : weights)(random, n, into);
}
