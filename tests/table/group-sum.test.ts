import { describe, expect, it } from 'vitest';
import { groupSum } from '../../src/table/group-sum.ts';

describe('groupSum', () => {
  it('adds what is known; null, text and missing add nothing', async () => {
    const rows = [
      { term: 'Autumn', days: 1.5, pupils: 1 },
      { term: 'Spring', days: null, pupils: 1 },
      { term: 'Autumn', days: null },
      { term: 'Autumn', days: 2, pupils: 'two' },
    ];
    expect(await groupSum(rows, ['term'], ['days', 'pupils'])).toEqual([
      { key: ['Autumn'], count: 3, sums: [3.5, 1] },
      { key: ['Spring'], count: 1, sums: [null, 1] },
    ]);
  });

  it('tells nothing known from a sum of 0', async () => {
    expect(await groupSum([{ a: 'x', n: 0 }, { a: 'y' }], ['a'], ['n'])).toEqual([
      { key: ['x'], count: 1, sums: [0] },
      { key: ['y'], count: 1, sums: [null] },
    ]);
  });

  it('answers no rows with no groups', async () => {
    expect(await groupSum([], ['a'], ['n'])).toEqual([]);
  });
});
