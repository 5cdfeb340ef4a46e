import { cellOf } from './cell-of.ts';
import { encodeKey } from './encode-key.ts';
import { loadDanfojs } from './load-danfojs.ts';
import type { Cell, Row } from './row.ts';

/** Rows that share the values of the key columns; never empty. */
export interface RowGroup<R extends Row> {
  /** The first row of the group, which holds its key. */
  readonly first: R;
  /** All its rows, in the order given. */
  readonly rows: readonly R[];
}

/** The key of each row; that of a single column is put together once for each of its values. */
function encodeKeys(rows: readonly Row[], by: readonly string[]): string[] {
  const [only] = by;
  if (only === undefined || by.length > 1) return rows.map((row) => encodeKey(row, by));
  const known = new Map<Cell, string>();
  return rows.map((row) => {
    const cell = cellOf(row, only);
    let key = known.get(cell);
    if (key === undefined) {
      key = encodeKey(row, by);
      known.set(cell, key);
    }
    return key;
  });
}

/**
 * Groups rows by one or more columns, groups and rows in first-seen order. danfojs groups a single encoded key (see
 * encodeKey) and carries only row numbers, so types and missing cells come through untouched; no rows makes no groups
 * (danfojs throws). Its own sums and means are not used: they count null as 0 and build the answer in time quadratic in
 * groups. O(rows).
 */
export async function groupRows<R extends Row>(
  rows: readonly R[],
  by: readonly string[],
): Promise<RowGroup<R>[]> {
  if (rows.length === 0) return [];
  const { DataFrame } = await loadDanfojs();
  const frame = new DataFrame({
    key: encodeKeys(rows, by),
    row: rows.map((_, i) => i),
  });
  const grouped: Record<string, { row?: number[] }> = frame.groupby(['key']).colDict;
  const groups: RowGroup<R>[] = [];
  for (const { row: places = [] } of Object.values(grouped)) {
    const members: R[] = [];
    for (const place of places) {
      const row = rows[place];
      if (row !== undefined) members.push(row);
    }
    const [first] = members;
    if (first !== undefined) groups.push({ first, rows: members });
  }
  return groups;
}
