/** What the words of a column ask for, in points. */
export interface ColumnNeed {
  /** Part of the table that the report gives it. */
  readonly share: number;
  /** Its widest word. */
  readonly least: number;
  /** Its widest cell on one line. */
  readonly natural: number;
}

/**
 * Column widths in points. Where everything fits on one line, every column gets its widest cell and its share of
 * the rest. Otherwise shares are kept, but no column is wider than it can use, and none narrower than its widest
 * word as long as there is room for that; where there is not, only the columns of the longest words
 * are narrower than those: one very long name must not set every other column a letter a line.
 */
export function fitColumns(columns: readonly ColumnNeed[], width: number): number[] {
  const total = sum(columns.map((column) => column.share)) || 1;
  const share = columns.map((column) => column.share / total);
  const natural = columns.map((column) => column.natural);
  const over = width - sum(natural);
  if (over >= 0) return natural.map((value, index) => value + over * (share[index] ?? 0));
  const capped = share.map((value, index) => Math.min(value * width, natural[index] ?? 0));
  const wish = capped.map((value, index) => (natural[index] ?? 0) - value);
  const filled = spread(capped, wish, width - sum(capped));
  return raise(
    filled,
    columns.map((column) => column.least),
    width,
  );
}

/** Makes every column at least as wide as its widest word, taken from those with room to spare. */
function raise(widths: readonly number[], least: readonly number[], width: number): number[] {
  if (sum(least) >= width) return level(least, width);
  const short = widths.map((value, index) => Math.max(0, (least[index] ?? 0) - value));
  const spare = widths.map((value, index) => Math.max(0, value - (least[index] ?? 0)));
  const part = sum(spare) === 0 ? 0 : sum(short) / sum(spare);
  return widths.map((value, index) => value + (short[index] ?? 0) - (spare[index] ?? 0) * part);
}

/** As much of what each asks for as there is, by cutting the largest down to one level; sums to `width`. */
function level(asked: readonly number[], width: number): number[] {
  let [left, open] = [width, asked.length];
  let most = 0;
  for (const value of [...asked].sort((a, b) => a - b)) {
    most = left / open;
    if (value > most) break;
    left -= value;
    open -= 1;
  }
  return asked.map((value) => Math.min(value, most));
}

function spread(widths: readonly number[], wish: readonly number[], amount: number): number[] {
  const all = sum(wish);
  return widths.map((value, index) => value + (all === 0 ? 0 : ((wish[index] ?? 0) / all) * amount));
}

function sum(values: readonly number[]): number {
  return values.reduce((left, right) => left + right, 0);
}
