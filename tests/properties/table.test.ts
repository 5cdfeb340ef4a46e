import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupCount } from '../../src/table/group-count.ts';
import { groupSum } from '../../src/table/group-sum.ts';
import { joinTables } from '../../src/table/join-tables.ts';
import { pivotTable } from '../../src/table/pivot-table.ts';
import type { Cell, Row } from '../../src/table/row.ts';
import { sortTable } from '../../src/table/sort-table.ts';

/** Values that danfojs, left to itself, mixes up: its key joiners, names of object parts, numbers as text, nothing. */
const AWKWARD = ['x-y', 'x', 'y-z', 'z', 'x_y', '', '1', '01', 'null', '__proto__', 'constructor', '["x"]'];
const cell = fc.oneof(
  fc.constantFrom<(Cell | undefined)[]>(...AWKWARD, 1, 10, 2, 0, -1, 0.5, true, false, null, undefined, NaN),
  fc.string(),
);
/** Columns may be missing, and rows may have no prototype. */
const row: fc.Arbitrary<Row> = fc.record({ a: cell, b: cell, n: cell }, { requiredKeys: [] });
const rows = fc.array(row, { maxLength: 30 });

/** What the room promises about a cell, said again in the plainest way. */
const plain = (of: Row, column: 'a' | 'b' | 'n'): Cell => {
  const value = of[column];
  return value === undefined || Number.isNaN(value) ? null : value;
};
const sameKey = (one: Row, other: Row) =>
  plain(one, 'a') === plain(other, 'a') && plain(one, 'b') === plain(other, 'b');

const groupsByLoop = (all: readonly Row[]): Row[][] => {
  const groups: Row[][] = [];
  for (const each of all) {
    const group = groups.find(([first]) => first !== undefined && sameKey(first, each));
    if (group) group.push(each);
    else groups.push([each]);
  }
  return groups;
};

describe('tables made by danfojs equal a plain loop', () => {
  it('groupCount', async () => {
    await fc.assert(
      fc.asyncProperty(rows, async (all) => {
        const expected = groupsByLoop(all).map((group) => ({
          key: [plain(group[0] ?? {}, 'a'), plain(group[0] ?? {}, 'b')],
          count: group.length,
        }));
        expect(await groupCount(all, ['a', 'b'])).toEqual(expected);
      }),
      { numRuns: 300 },
    );
  });

  it('groupSum', async () => {
    await fc.assert(
      fc.asyncProperty(rows, async (all) => {
        const expected = groupsByLoop(all).map((group) => {
          const known = group.map((each) => plain(each, 'n')).filter((value) => typeof value === 'number');
          return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0);
        });
        expect((await groupSum(all, ['a', 'b'], ['n'])).map(({ sums }) => sums[0])).toEqual(expected);
      }),
      { numRuns: 300 },
    );
  });

  it('joinTables, left and inner', async () => {
    await fc.assert(
      fc.asyncProperty(rows, rows, async (left, right) => {
        const inner = left.flatMap((one) =>
          right.filter((other) => sameKey(one, other)).map((other) => ({ left: one, right: other })),
        );
        const outer = left.flatMap((one): { left: Row; right: Row | null }[] => {
          const matches = right.filter((other) => sameKey(one, other));
          return matches.length === 0
            ? [{ left: one, right: null }]
            : matches.map((other) => ({ left: one, right: other }));
        });
        expect(await joinTables(left, right, ['a', 'b'], 'inner')).toEqual(inner);
        expect(await joinTables(left, right, ['a', 'b'])).toEqual(outer);
      }),
      { numRuns: 300 },
    );
  });

  it('pivotTable counts every row once, in the cell of its two keys', async () => {
    await fc.assert(
      fc.asyncProperty(rows, async (all) => {
        const pivot = await pivotTable(all, { down: 'a', across: 'b' });
        for (const { key, cells } of pivot.rows)
          for (const [i, other] of pivot.across.entries())
            expect(cells[i]).toBe(
              all.filter((each) => plain(each, 'a') === key && plain(each, 'b') === other).length,
            );
        expect(pivot.total).toBe(all.length);
        expect(pivot.totals.reduce((sum, value) => sum + value, 0)).toBe(all.length);
      }),
      { numRuns: 300 },
    );
  });

  it('sortTable keeps every row, in order, whatever order they come in', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ a: fc.oneof(fc.integer(), fc.constant(null)) })), (all) => {
        const sorted = sortTable(all, [{ column: 'a' }]);
        const numbers = all.map(({ a }) => a).filter((a) => a !== null);
        expect(sorted.map(({ a }) => a)).toEqual([
          ...numbers.toSorted((x, y) => x - y),
          ...all.filter(({ a }) => a === null).map(() => null),
        ]);
        expect(sortTable(all.toReversed(), [{ column: 'a' }]).map(({ a }) => a)).toEqual(
          sorted.map(({ a }) => a),
        );
      }),
    );
  });
});
