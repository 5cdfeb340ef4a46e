import { cellOf } from './cell-of.ts';
import type { Row } from './row.ts';

/**
 * Several columns as one text that no other values share. danfojs joins key columns with '-' when grouping and '_'
 * when merging, so ('x-y', 'z') and ('x', 'y-z') would become one group; JSON keeps them apart, keeps 1 and '1'
 * apart, and never looks like a whole number, which object keys would put in number order.
 */
export function encodeKey(row: Row, columns: readonly string[]): string {
  return JSON.stringify(columns.map((column) => cellOf(row, column)));
}
