/**
 * The largest log-likelihood ratio of poissonChangePoint and nothing else: what a Monte Carlo replicate needs,
 * without making an object a week. O(n).
 */
export function changePointStatistic(
  counts: ArrayLike<number>,
  exposure: ArrayLike<number>,
  minSegment: number,
): number {
  const n = counts.length;
  let [total, totalExposure] = [0, 0];
  for (let w = 0; w < n; w++) {
    total += counts[w] ?? 0;
    totalExposure += exposure[w] ?? 0;
  }
  const flat = total > 0 ? -total * Math.log(total / totalExposure) : 0;
  let [before, exposureBefore, best] = [0, 0, 0];
  for (let k = 1; k <= n - minSegment; k++) {
    before += counts[k - 1] ?? 0;
    exposureBefore += exposure[k - 1] ?? 0;
    if (k < minSegment) continue;
    const after = total - before;
    let llr = flat;
    if (before > 0) llr += before * Math.log(before / exposureBefore);
    if (after > 0) llr += after * Math.log(after / (totalExposure - exposureBefore));
    if (llr > best) best = llr;
  }
  return best;
}
