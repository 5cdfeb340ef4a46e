/**
 * Solves a x = b for x by Gaussian elimination with row pivoting; `a` is n rows of n, read only. Throws a RangeError
 * when the rows are not independent. O(n^3).
 */
export function solveLinear(a: readonly Float64Array[], b: readonly number[]): Float64Array {
  const n = b.length;
  const rows = a.map((row, i) => Float64Array.from([...row, b[i] ?? 0]));
  const at = (row: Float64Array | undefined, column: number): number => row?.[column] ?? 0;
  for (let column = 0; column < n; column++) {
    let pivot = column;
    for (let r = column + 1; r < n; r++)
      if (Math.abs(at(rows[r], column)) > Math.abs(at(rows[pivot], column))) pivot = r;
    const [lead, other] = [rows[pivot], rows[column]];
    if (!lead || !other || at(lead, column) === 0)
      throw new RangeError('the equations have no single solution');
    [rows[column], rows[pivot]] = [lead, other];
    for (let r = column + 1; r < n; r++) {
      const row = rows[r];
      const factor = at(row, column) / at(lead, column);
      if (row && factor !== 0) for (let c = column; c <= n; c++) row[c] = at(row, c) - factor * at(lead, c);
    }
  }
  const x = new Float64Array(n);
  for (let r = n - 1; r >= 0; r--) {
    let sum = at(rows[r], n);
    for (let c = r + 1; c < n; c++) sum -= at(rows[r], c) * at(x, c);
    x[r] = sum / at(rows[r], r);
  }
  return x;
}
