import { cellOf } from './cell-of.ts';
import { groupRows } from './group-rows.ts';
import type { Cell, Row } from './row.ts';

/** A combination of key values, in the order of the columns asked for, and how many rows have it. */
export interface CountedGroup {
  readonly key: readonly Cell[];
  readonly count: number;
}

/**
 * Counts rows by one or more columns: `await groupCount(rows, ['year', 'category'])` gives
 * `[{ key: ['5', 'Physical'], count: 12 }, …]` in first-seen order. A missing column is null, a group of its own.
 * O(rows).
 */
export async function groupCount(rows: readonly Row[], by: readonly string[]): Promise<CountedGroup[]> {
  const groups = await groupRows(rows, by);
  return groups.map((group) => ({
    key: by.map((column) => cellOf(group.first, column)),
    count: group.rows.length,
  }));
}
