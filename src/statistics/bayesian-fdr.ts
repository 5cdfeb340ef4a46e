/**
 * Which claims to list, given each one's posterior probability of being wrong: from the surest on, as long as the
 * mean error of the list stays at most `limit` and each claim's own error at most `each`. Equal errors stand or fall
 * together, so the order of the input does not matter. O(n log n).
 * Reference: Newton, Noueiry, Sarkar & Ahlquist (2004), Biostatistics 5:155.
 */
export function bayesianFdr(errors: readonly number[], limit = 0.05, each = 0.25): boolean[] {
  const sorted = errors.toSorted((a, b) => a - b);
  let [sum, cut] = [0, Number.NEGATIVE_INFINITY];
  for (const [i, error] of sorted.entries()) {
    sum += error;
    if (error > each) break;
    const lastOfItsKind = sorted[i + 1] !== error;
    // The running mean of a rising list only rises: the first break is final.
    if (lastOfItsKind && sum / (i + 1) > limit) break;
    if (lastOfItsKind) cut = error;
  }
  return errors.map((error) => error <= cut);
}
