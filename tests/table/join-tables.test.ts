import { describe, expect, it } from 'vitest';
import { joinTables } from '../../src/table/join-tables.ts';

const pupils = [
  { name: 'Ava', year: 5 },
  { name: 'Kai', year: 6 },
  { name: 'Mia', year: 5 },
];

describe('joinTables', () => {
  it('keeps every left row in order, with null where nothing matches', async () => {
    const totals = [
      { name: 'Mia', count: 4 },
      { name: 'Ava', count: 2 },
    ];
    const joined = await joinTables(pupils, totals, ['name']);
    expect(joined.map(({ left, right }) => [left.name, right?.count ?? null])).toEqual([
      ['Ava', 2],
      ['Kai', null],
      ['Mia', 4],
    ]);
  });

  it('leaves out unmatched rows when inner, and repeats a left row for each match', async () => {
    const incidents = [
      { name: 'Kai', id: 'a' },
      { name: 'Zoe', id: 'b' },
      { name: 'Kai', id: 'c' },
    ];
    const joined = await joinTables(pupils, incidents, ['name'], 'inner');
    expect(joined.map(({ left, right }) => [left.year, right?.id])).toEqual([
      [6, 'a'],
      [6, 'c'],
    ]);
  });

  it('does not match rows whose keys only look alike when joined with an underscore', async () => {
    const left = [{ a: 'x_y', b: 'z' }];
    const right = [{ a: 'x', b: 'y_z' }];
    expect(await joinTables(left, right, ['a', 'b'])).toEqual([{ left: left[0], right: null }]);
  });

  it('keeps columns of the same name on both sides apart', async () => {
    const [joined] = await joinTables([{ k: 1, n: 'left' }], [{ k: 1, n: 'right' }], ['k']);
    expect([joined?.left.n, joined?.right?.n]).toEqual(['left', 'right']);
  });

  it('answers an empty side itself', async () => {
    expect(await joinTables([], pupils, ['name'])).toEqual([]);
    expect(await joinTables(pupils, [], ['name'], 'inner')).toEqual([]);
    expect(await joinTables(pupils, [], ['name'])).toHaveLength(3);
  });
});
