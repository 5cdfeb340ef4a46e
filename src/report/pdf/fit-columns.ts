/** What the words of a column ask for, in points. */
export interface ColumnNeed {
  /** Part of the table that the report gives it. */
  readonly share: number;
  /** Its widest word. */
  readonly least: number;
  /** Its widest cell below the header on one line. */
  readonly body: number;
  /** Its widest cell on one line, the header too. */
  readonly natural: number;
}

/** A cell that is short of one line by up to this part of the table gets it before long texts get more. */
const LITTLE = 0.05;

/**
 * Column widths in points. Where everything fits on one line, every column gets its widest cell and its share of
 * the rest. Where only headers are too long for that, headers break and no row below them does. Otherwise shares are
 * kept, but no column is wider than it can use, and none narrower than its widest word as long as there is room for
 * that; where there is not, only the columns of the longest words are narrower than those: one very long name must not
 * set every other column a letter a line.
 */
export function fitColumns(columns: readonly ColumnNeed[], width: number): number[] {
  const total = sum(columns.map((column) => column.share)) || 1;
  const share = columns.map((column) => column.share / total);
  const natural = columns.map((column) => column.natural);
  const over = width - sum(natural);
  if (over >= 0) return natural.map((value, index) => value + over * (share[index] ?? 0));
  const body = columns.map((column) => Math.max(column.body, column.least));
  const spare = width - sum(body);
  if (spare >= 0) return add(body, level(take(natural, body), spare));
  const capped = share.map((value, index) => Math.min(value * width, body[index] ?? 0));
  return raise(
    fill(capped, take(body, capped), width),
    columns.map((column) => column.least),
    width,
  );
}

/** Gives out what is left of `width`: to cells a little short of one line, then by how much each column wants. */
function fill(widths: readonly number[], wish: readonly number[], width: number): number[] {
  let left = width - sum(widths);
  const given = wish.map(() => 0);
  for (const [value, index] of wish
    .map((value, index) => [value, index] as const)
    .sort(([a], [b]) => a - b)) {
    if (value > width * LITTLE || value > left) break;
    given[index] = value;
    left -= value;
  }
  return spread(add(widths, given), take(wish, given), left);
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

function add(left: readonly number[], right: readonly number[]): number[] {
  return left.map((value, index) => value + (right[index] ?? 0));
}

function take(from: readonly number[], what: readonly number[]): number[] {
  return from.map((value, index) => value - (what[index] ?? 0));
}

function sum(values: readonly number[]): number {
  return values.reduce((left, right) => left + right, 0);
}
