import { cellOf } from './cell-of.ts';
import { groupRows } from './group-rows.ts';
import type { Cell, Row } from './row.ts';

/** A combination of key values with the sum of each column asked for, and how many rows have it. */
export interface SummedGroup {
  readonly key: readonly Cell[];
  readonly count: number;
  /** In the order of the columns asked for; null when no row of the group had a number there. */
  readonly sums: readonly (number | null)[];
}

/** Adds up what is known: null, text and true or false add nothing, and nothing known sums to null, not 0. */
function sumKnown(rows: readonly Row[], column: string): number | null {
  let sum: number | null = null;
  for (const row of rows) {
    const value = cellOf(row, column);
    if (typeof value === 'number') sum = (sum ?? 0) + value;
  }
  return sum;
}

/**
 * Adds up columns by one or more key columns: `await groupSum(rows, ['term'], ['days'])` gives
 * `[{ key: ['Autumn'], count: 3, sums: [7.5] }, …]` in first-seen order. O(rows x columns).
 */
export async function groupSum(
  rows: readonly Row[],
  by: readonly string[],
  columns: readonly string[],
): Promise<SummedGroup[]> {
  const groups = await groupRows(rows, by);
  return groups.map((group) => ({
    key: by.map((column) => cellOf(group.first, column)),
    count: group.rows.length,
    sums: columns.map((column) => sumKnown(group.rows, column)),
  }));
}
