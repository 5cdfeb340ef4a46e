/**
 * q-values: the false discovery rate at which each p-value would just be listed. m is the full family (see
 * adjustPValues); a filter may not use the outcome being tested. O(n log n).
 * Reference: Benjamini & Hochberg (1995), JRSS B 57:289.
 */
export function benjaminiHochberg(p: readonly number[], m = p.length): number[] {
  if (m < p.length) throw new RangeError(`family of ${m} for ${p.length} p-values`);
  const order = Uint32Array.from(p, (_, at) => at).sort((one, other) => (p[other] ?? 0) - (p[one] ?? 0));
  const q = new Array<number>(p.length).fill(1);
  let least = 1;
  for (let place = 0; place < order.length; place += 1) {
    const at = order[place] ?? 0;
    least = Math.min(least, ((p[at] ?? 1) * m) / (p.length - place));
    q[at] = least;
  }
  return q;
}
