import { stringify } from 'csv-stringify/sync';

/** One cell of a table that is to be written: text, a number, or nothing. */
export type CsvCell = string | number | null;

export interface CsvOptions {
  readonly delimiter?: ',' | ';' | '\t' | '|';
  /** With a byte order mark Excel shows accents rightly; off for files meant for programs. */
  readonly bom?: boolean;
}

const NUMBER = /^[+-]?(?:\d+(?:[.,]\d*)?|[.,]\d+)%?$/;
const FORMULA = /^'*[=+\-@\t\r]/;

/**
 * Makes a cell harmless in a spreadsheet: one that would start with `= + - @`, TAB or CR gets an apostrophe in
 * front, unless it is wholly a number. The importer takes the apostrophe off again, so text survives a round
 * trip.
 */
export function neutraliseCell(cell: CsvCell): string {
  if (cell === null) return '';
  const text = typeof cell === 'number' ? String(cell) : cell.replaceAll('\u0000', '');
  return FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text;
}

function stringifyRows(rows: string[][], options: CsvOptions): string {
  return stringify(rows, {
    delimiter: options.delimiter ?? ',',
    record_delimiter: '\r\n',
    quoted_match: /^\s|\s$|[\r\n;|\t]/,
  });
}

/** Writes rows without a header, for files that are written piece by piece. */
export function writeCsvRows(rows: Iterable<readonly CsvCell[]>, options: CsvOptions = {}): string {
  return stringifyRows(
    Array.from(rows, (row) => row.map(neutraliseCell)),
    options,
  );
}

/**
 * Writes a table as CSV text (RFC 4180, CRLF). The only CSV writer of Termwise, so that no file it makes can
 * run a formula.
 */
export function writeCsv(
  header: readonly string[],
  rows: Iterable<readonly CsvCell[]>,
  options: CsvOptions = {},
): string {
  const table = [header.map(neutraliseCell), ...Array.from(rows, (row) => row.map(neutraliseCell))];
  return (options.bom === true ? '\ufeff' : '') + stringifyRows(table, options);
}
