import { describe, expect, it } from 'vitest';
import { pivotTable } from '../../src/table/pivot-table.ts';

const incidents = [
  { year: '10', kind: 'Physical', days: 2 },
  { year: '9', kind: 'Verbal', days: null },
  { year: '10', kind: 'Verbal', days: 1 },
  { year: '10', kind: 'Physical' },
];

describe('pivotTable', () => {
  it('counts rows by two columns, keys sorted as a person would', async () => {
    expect(await pivotTable(incidents, { down: 'year', across: 'kind' })).toEqual({
      across: ['Physical', 'Verbal'],
      rows: [
        { key: '9', cells: [0, 1], total: 1 },
        { key: '10', cells: [2, 1], total: 3 },
      ],
      totals: [2, 2],
      total: 4,
    });
  });

  it('adds a column up; a cell whose rows have no number is null, an empty one 0', async () => {
    const pivot = await pivotTable(incidents, { down: 'year', across: 'kind', sum: 'days' });
    expect(pivot.rows).toEqual([
      { key: '9', cells: [0, null], total: 0 },
      { key: '10', cells: [2, 1], total: 3 },
    ]);
    expect(pivot.totals).toEqual([2, 1]);
  });

  it('shows the keys asked for, in that order, with 0 where there is nothing', async () => {
    const pivot = await pivotTable(incidents, {
      down: 'year',
      across: 'kind',
      downKeys: ['11', '10'],
      acrossKeys: ['Verbal'],
    });
    expect(pivot).toEqual({
      across: ['Verbal'],
      rows: [
        { key: '11', cells: [0], total: 0 },
        { key: '10', cells: [1], total: 1 },
      ],
      totals: [1],
      total: 1,
    });
  });

  it('answers no rows with an empty table', async () => {
    expect(await pivotTable([], { down: 'year', across: 'kind' })).toEqual({
      across: [],
      rows: [],
      totals: [],
      total: 0,
    });
  });
});
