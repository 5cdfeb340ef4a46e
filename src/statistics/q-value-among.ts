/**
 * The q-value (Benjamini-Hochberg) that one chance would have among `others`, which are sorted, smallest first. For
 * asking of each of many what a chance that it does not have would come to: O(n), without sorting the list anew.
 */
export function qValueAmong(p: number, others: readonly number[]): number {
  const size = others.length + 1;
  const below = others.filter((other) => other < p).length;
  let q = Math.min(1, (p * size) / (below + 1));
  for (let at = below; at < others.length; at++) q = Math.min(q, ((others[at] ?? 1) * size) / (at + 2));
  return q;
}
