import { groupCount } from './group-count.ts';
import { groupSum } from './group-sum.ts';
import type { Cell, Row } from './row.ts';
import { sortTable } from './sort-table.ts';

/** What goes down, what goes across, and what fills the cells: how many rows, or the sum of a column. */
export interface PivotOptions {
  readonly down: string;
  readonly across: string;
  readonly sum?: string;
  /** Keys to show and in which order, with 0 where there is nothing; else those in the data, sorted. */
  readonly downKeys?: readonly Cell[];
  readonly acrossKeys?: readonly Cell[];
}

/** Arrays, not objects by key: object keys that look like whole numbers would lose their order. */
export interface Pivot {
  readonly across: readonly Cell[];
  readonly rows: readonly {
    readonly key: Cell;
    /** One for each of `across`; 0 where no row has both keys, null where rows have them but no number is known. */
    readonly cells: readonly (number | null)[];
    /** Sum of the known cells. */
    readonly total: number;
  }[];
  /** Sum of each column's known cells, and of all. */
  readonly totals: readonly number[];
  readonly total: number;
}

function add(values: readonly (number | null)[]): number {
  return values.reduce<number>((sum, value) => sum + (value ?? 0), 0);
}

function sortedKeys(keys: readonly (Cell | undefined)[]): Cell[] {
  const distinct = [...new Set(keys)].map((key) => ({ key: key ?? null }));
  return sortTable(distinct, [{ column: 'key' }]).map(({ key }) => key);
}

/**
 * Cross-tabulates rows: `await pivotTable(incidents, { down: 'year', across: 'category' })`. With `downKeys` or
 * `acrossKeys`, rows of other keys are left out, so totals are those of the table shown. O(rows + cells).
 */
export async function pivotTable(rows: readonly Row[], options: PivotOptions): Promise<Pivot> {
  const { down, across, sum, downKeys, acrossKeys } = options;
  const groups =
    sum === undefined
      ? (await groupCount(rows, [down, across])).map(({ key, count }) => ({ key, value: count }))
      : (await groupSum(rows, [down, across], [sum])).map(({ key, sums }) => ({
          key,
          value: sums[0] ?? null,
        }));
  const values = new Map(groups.map(({ key, value }) => [JSON.stringify(key), value]));
  const sides = {
    down: downKeys ?? sortedKeys(groups.map(({ key }) => key[0])),
    across: acrossKeys ?? sortedKeys(groups.map(({ key }) => key[1])),
  };
  const table = sides.down.map((key) => {
    const cells = sides.across.map((other) => {
      const value = values.get(JSON.stringify([key, other]));
      return value === undefined ? 0 : value;
    });
    return { key, cells, total: add(cells) };
  });
  return {
    across: sides.across,
    rows: table,
    totals: sides.across.map((_, i) => add(table.map(({ cells }) => cells[i] ?? null))),
    total: add(table.map(({ total }) => total)),
  };
}
