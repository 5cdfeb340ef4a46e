import { countLogs } from './count-logs.ts';

/**
 * Prepares the largest log-likelihood ratio of poissonChangePoint, and nothing else, for many series of counts over
 * the same exposures (each with its own total): a Monte Carlo replicate then needs no logarithm but one and makes no
 * object. O(n) to prepare, O(n) a series.
 */
export function prepareChangePointStatistic(
  exposure: ArrayLike<number>,
  minSegment: number,
): (counts: ArrayLike<number>) => number {
  const n = exposure.length;
  let totalExposure = 0;
  for (let w = 0; w < n; w++) totalExposure += exposure[w] ?? 0;
  const [logBefore, logAfter] = [new Float64Array(n), new Float64Array(n)];
  let exposureBefore = 0;
  for (let k = 1; k < n; k++) {
    exposureBefore += exposure[k - 1] ?? 0;
    logBefore[k] = Math.log(exposureBefore);
    logAfter[k] = Math.log(totalExposure - exposureBefore);
  }
  return (counts) => {
    let total = 0;
    for (let w = 0; w < n; w++) total += counts[w] ?? 0;
    if (total === 0) return 0;
    const logs = countLogs(total);
    const flat = -total * Math.log(total / totalExposure);
    let [before, best] = [0, 0];
    for (let k = 1; k <= n - minSegment; k++) {
      before += counts[k - 1] ?? 0;
      if (k < minSegment) continue;
      const after = total - before;
      const llr =
        flat +
        (logs[before] ?? 0) -
        before * (logBefore[k] ?? 0) +
        (logs[after] ?? 0) -
        after * (logAfter[k] ?? 0);
      if (llr > best) best = llr;
    }
    return best;
  };
}
