export interface XmrLimits {
  readonly mean: number;
  readonly averageMovingRange: number;
  /** Natural process limits; the lower one may be below 0, which a chart of counts should draw at 0. */
  readonly lower: number;
  readonly upper: number;
}

/** 3 / 1.128 and 3.267: from a mean moving range to three standard deviations, and to a moving range's own limit. */
const [LIMIT, RANGE_LIMIT] = [2.66, 3.267];

function average(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/**
 * Individuals (XmR) chart: mean plus and minus 2.66 mean moving ranges. With `screenOutliers` (the default) moving
 * ranges of 3.267 means or more are left out once, so that one freak week does not widen its own limits. For series
 * with a mean of ten or more: at two a week 'seven below the mean' is just an empty half-term. null under two values.
 * O(n). Reference: NHS Making Data Count (NHSRplotthedots 0.2.2).
 */
export function xmrLimits(
  values: readonly number[],
  { screenOutliers = true }: { readonly screenOutliers?: boolean } = {},
): XmrLimits | null {
  if (values.length < 2) return null;
  const mean = average(values);
  const ranges = values.slice(1).map((value, i) => Math.abs(value - (values[i] ?? value)));
  const first = average(ranges);
  const kept = screenOutliers ? ranges.filter((range) => range < RANGE_LIMIT * first) : ranges;
  const averageMovingRange = kept.length > 0 ? average(kept) : first;
  return {
    mean,
    averageMovingRange,
    lower: mean - LIMIT * averageMovingRange,
    upper: mean + LIMIT * averageMovingRange,
  };
}
