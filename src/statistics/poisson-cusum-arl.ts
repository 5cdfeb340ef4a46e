import { poissonLowerTail } from './poisson-lower-tail.ts';
import { solveLinear } from './solve-linear.ts';
import { logGamma } from './special-functions/log-gamma.ts';

const TENTHS = 10;

/**
 * Average run length of a Poisson CUSUM from 0: how many periods it runs on average before its first alarm (S >= h),
 * when counts have mean lambda. With h and k in whole tenths the sum only takes values in tenths, so it is a Markov
 * chain and the answer is exact: solve (I - Q) a = 1. h and k are rounded to one decimal. O(h^3).
 * Reference: Brook & Evans (1972), Biometrika 59:539; Hawkins (1992).
 */
export function poissonCusumArl(h: number, k: number, lambda: number): number {
  const [states, reference] = [Math.round(h * TENTHS), Math.round(k * TENTHS)];
  const mass = (count: number) => Math.exp(count * Math.log(lambda) - lambda - logGamma(count + 1));
  const stay = Array.from({ length: states }, (_, from) => {
    const row = new Float64Array(states);
    // The sum falls to 0 from here when the count is at most (reference - from) tenths.
    row[0] = -poissonLowerTail(Math.floor((reference - from) / TENTHS), lambda);
    for (let to = 1; to < states; to++) {
      const needed = to - from + reference;
      if (needed >= 0 && needed % TENTHS === 0) row[to] = -mass(needed / TENTHS);
    }
    row[from] = (row[from] ?? 0) + 1;
    return row;
  });
  return solveLinear(stay, new Array<number>(states).fill(1))[0] ?? 1;
}
