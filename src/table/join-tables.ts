import { encodeKey } from './encode-key.ts';
import { loadDanfojs } from './load-danfojs.ts';
import type { Row } from './row.ts';

/** A row of the left table with a row of the right table that has the same key, or null when none has. */
export interface JoinedRow<L extends Row, R extends Row> {
  readonly left: L;
  readonly right: R | null;
}

/**
 * Joins two tables on columns of the same name: `await joinTables(pupils, totals, ['pupil'])`. Every left row comes
 * once for each right row with its key ('left', the default: once with null when there is none; 'inner': not at all),
 * in the order of the left table, then of the right. null equals null. danfojs merges encoded keys and row numbers only:
 * its own merge joins keys with '_', renames columns and puts NaN where nothing matched. O(left + right + matches).
 */
export async function joinTables<L extends Row, R extends Row>(
  left: readonly L[],
  right: readonly R[],
  on: readonly string[],
  how: 'left' | 'inner' = 'left',
): Promise<JoinedRow<L, R>[]> {
  const pairs = await matchRows(left, right, on);
  return pairs.flatMap(([from, to]): JoinedRow<L, R>[] => {
    const [one, other] = [left[from], to === null ? null : (right[to] ?? null)];
    return one === undefined || (other === null && how === 'inner') ? [] : [{ left: one, right: other }];
  });
}

/** Numbers of the rows that go together, by left row, then right row. Always asked as a left merge: inner is quadratic. */
async function matchRows(
  left: readonly Row[],
  right: readonly Row[],
  on: readonly string[],
): Promise<[number, number | null][]> {
  if (left.length === 0) return [];
  if (right.length === 0) return left.map((_, i) => [i, null]);
  const { DataFrame, merge } = await loadDanfojs();
  const frame = (rows: readonly Row[], name: string) =>
    new DataFrame({ key: rows.map((row) => encodeKey(row, on)), [name]: rows.map((_, i) => i) });
  const merged = merge({ left: frame(left, 'left'), right: frame(right, 'right'), on: ['key'], how: 'left' });
  const column = (name: string): number[] => merged.column(name).values as number[];
  const matches = column('right');
  return column('left')
    .map((from, i): [number, number | null] => {
      const to = matches[i];
      return [from, to === undefined || Number.isNaN(to) ? null : to];
    })
    .toSorted(([a, x], [b, y]) => a - b || (x ?? 0) - (y ?? 0));
}
