import type { Cell, Row } from './row.ts';

/** The value of a column in a row: null when the column is missing, undefined or not a number. */
export function cellOf(row: Row, column: string): Cell {
  const value = Object.hasOwn(row, column) ? row[column] : null;
  return value === undefined || Number.isNaN(value) ? null : value;
}
