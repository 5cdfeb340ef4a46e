export interface PoissonChangePoint {
  /** How many periods lie before the step; null when the series is too short for two segments. */
  readonly index: number | null;
  readonly llr: number;
  readonly rateBefore: number;
  readonly rateAfter: number;
  /** Log-likelihood ratio of each possible step, keyed by the number of periods before it. */
  readonly profile: readonly { readonly index: number; readonly llr: number }[];
  /** Steps nearly as likely as the best: within 1.92 of it, half the 95 % point of chi-squared with 1 df. */
  readonly within192: readonly number[];
}

const NEARLY_AS_LIKELY = 1.92;

/** Fixed order of summing, and 0 ln 0 = 0. */
function gain(count: number, exposure: number, rate: number): number {
  return count > 0 ? count * Math.log(count / exposure / rate) : 0;
}

/**
 * Where a series of Poisson counts most likely changed level: for each week with `minSegment` weeks on both sides,
 * A ln(A / eA) + B ln(B / eB) - N ln(N / e), the gain of two rates over one. Its p-value needs simulation, because the
 * week was chosen. The first of equal bests wins. O(n). exposure > 0 in every period: leave holiday weeks out.
 */
export function poissonChangePoint(
  counts: ArrayLike<number>,
  exposure: ArrayLike<number>,
  { minSegment }: { readonly minSegment: number },
): PoissonChangePoint {
  const n = counts.length;
  let [total, totalExposure] = [0, 0];
  for (let w = 0; w < n; w++) {
    total += counts[w] ?? 0;
    totalExposure += exposure[w] ?? 0;
  }
  const rate = total / totalExposure;
  const profile: { index: number; llr: number }[] = [];
  let [before, exposureBefore] = [0, 0];
  let best = { index: null as number | null, llr: 0, rateBefore: rate, rateAfter: rate };
  for (let k = 1; k <= n - minSegment; k++) {
    before += counts[k - 1] ?? 0;
    exposureBefore += exposure[k - 1] ?? 0;
    if (k < minSegment) continue;
    const [after, exposureAfter] = [total - before, totalExposure - exposureBefore];
    const llr = gain(before, exposureBefore, rate) + gain(after, exposureAfter, rate);
    profile.push({ index: k, llr });
    if (best.index === null || llr > best.llr)
      best = { index: k, llr, rateBefore: before / exposureBefore, rateAfter: after / exposureAfter };
  }
  const within192 = profile.filter(({ llr }) => best.llr - llr <= NEARLY_AS_LIKELY).map(({ index }) => index);
  return { ...best, profile, within192 };
}
