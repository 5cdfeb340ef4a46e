import { describe, expect, it } from 'vitest';
import { sortTable } from '../../src/table/sort-table.ts';

const column = (rows: readonly Record<string, unknown>[]) => rows.map(({ a }) => a);

describe('sortTable', () => {
  it('sorts by several columns and keeps equal rows in order', () => {
    const rows = [
      { pupil: 'Mia', count: 2, id: 1 },
      { pupil: 'Ava', count: 2, id: 2 },
      { pupil: 'Kai', count: 5, id: 3 },
      { pupil: 'Ava', count: 2, id: 4 },
    ];
    const sorted = sortTable(rows, [{ column: 'count', descending: true }, { column: 'pupil' }]);
    expect(sorted.map(({ id }) => id)).toEqual([3, 2, 4, 1]);
    expect(rows[0]?.id).toBe(1);
  });

  it('puts null and missing last, rising or falling', () => {
    const rows = [{ a: null }, { a: 2 }, {}, { a: 1 }];
    expect(column(sortTable(rows, [{ column: 'a' }]))).toEqual([1, 2, null, undefined]);
    expect(column(sortTable(rows, [{ column: 'a', descending: true }]))).toEqual([2, 1, null, undefined]);
  });

  it('reads numbers inside names and letters with accents as a person would', () => {
    const rows = ['10 Ash', 'Zoe', '3 Oak', 'Éva', 'Eva', 'eva'].map((a) => ({ a }));
    expect(column(sortTable(rows, [{ column: 'a' }]))).toEqual([
      '3 Oak',
      '10 Ash',
      'eva',
      'Eva',
      'Éva',
      'Zoe',
    ]);
  });

  it('puts numbers before words before true and false', () => {
    const rows = [{ a: true }, { a: 'x' }, { a: false }, { a: 7 }];
    expect(column(sortTable(rows, [{ column: 'a' }]))).toEqual([7, 'x', false, true]);
  });

  it('has one order for texts that collate alike', () => {
    const [one, other] = [{ a: '01' }, { a: '1' }];
    expect(sortTable([one, other], [{ column: 'a' }])).toEqual(sortTable([other, one], [{ column: 'a' }]));
  });
});
