import { stringify } from 'csv-stringify/sync';

export type Cell = string | number | boolean | null;

/** Cells that a spreadsheet would run as a formula (unless they are plainly a number). */
const FORMULA = /^[=+\-@\t\r]/;
const NUMBER = /^[+-]?\d+(?:\.\d+)?$/;

/** A cell that no spreadsheet will run: text that looks like a formula gets an apostrophe before it. */
export function makeSafeCell(cell: Cell): string {
  const text = cell === null ? '' : String(cell);
  return FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text;
}

/**
 * Rows as CSV in pieces, header first, CRLF between records and a byte-order mark before all, so that Excel opens
 * it with every letter right.
 */
export function* writeCsv(header: readonly string[], rows: Iterable<readonly Cell[]>): Iterable<string> {
  yield `\uFEFF${writeRecord(header)}`;
  for (const row of rows) yield writeRecord(row);
}

function writeRecord(cells: readonly Cell[]): string {
  return stringify([cells.map(makeSafeCell)], { record_delimiter: 'windows' });
}
