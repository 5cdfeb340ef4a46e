/**
 * Prepares the largest log-likelihood ratio of poissonChangePoint, and nothing else, for many series of counts that
 * add up to `total` over the same exposures: a Monte Carlo replicate then needs no logarithm and makes no object.
 * O(n + total) to prepare, O(n) a series.
 */
export function prepareChangePointStatistic(
  exposure: ArrayLike<number>,
  total: number,
  minSegment: number,
): (counts: ArrayLike<number>) => number {
  const n = exposure.length;
  let totalExposure = 0;
  for (let w = 0; w < n; w++) totalExposure += exposure[w] ?? 0;
  const flat = total > 0 ? -total * Math.log(total / totalExposure) : 0;
  const countLog = new Float64Array(total + 1);
  for (let x = 1; x <= total; x++) countLog[x] = x * Math.log(x);
  const [logBefore, logAfter] = [new Float64Array(n), new Float64Array(n)];
  let exposureBefore = 0;
  for (let k = 1; k < n; k++) {
    exposureBefore += exposure[k - 1] ?? 0;
    logBefore[k] = Math.log(exposureBefore);
    logAfter[k] = Math.log(totalExposure - exposureBefore);
  }
  return (counts) => {
    let [before, best] = [0, 0];
    for (let k = 1; k <= n - minSegment; k++) {
      before += counts[k - 1] ?? 0;
      if (k < minSegment) continue;
      const after = total - before;
      const llr =
        flat +
        (countLog[before] ?? 0) -
        before * (logBefore[k] ?? 0) +
        (countLog[after] ?? 0) -
        after * (logAfter[k] ?? 0);
      if (llr > best) best = llr;
    }
    return best;
  };
}
