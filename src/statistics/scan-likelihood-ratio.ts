/**
 * Kulldorff's log-likelihood ratio for more events inside a window than its share: c ln(c / e) + (n - c)
 * ln((n - c) / (n - e)), 0 when c is not above e. c seen inside, e expected inside, n in all; 0 < e < n. O(1).
 * Reference: Kulldorff (1997), Communications in Statistics 26:1481, Poisson model, high clusters only.
 */
export function scanLikelihoodRatio(c: number, e: number, n: number): number {
  if (c <= e) return 0;
  const outside = n - c;
  return c * Math.log(c / e) + (outside > 0 ? outside * Math.log(outside / (n - e)) : 0);
}
