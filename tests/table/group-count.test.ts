import { describe, expect, it } from 'vitest';
import { groupCount } from '../../src/table/group-count.ts';

describe('groupCount', () => {
  it('counts in first-seen order, whole-number keys too', async () => {
    const rows = [{ year: '10' }, { year: '3' }, { year: '10' }, { year: 'R' }];
    expect(await groupCount(rows, ['year'])).toEqual([
      { key: ['10'], count: 2 },
      { key: ['3'], count: 1 },
      { key: ['R'], count: 1 },
    ]);
  });

  it('keeps two columns apart that danfojs would join with a dash', async () => {
    const rows = [
      { place: 'x-y', period: 'z' },
      { place: 'x', period: 'y-z' },
    ];
    expect(await groupCount(rows, ['place', 'period'])).toHaveLength(2);
  });

  it('keeps 1 and "1" apart and a missing column in a group of its own', async () => {
    const rows = [{ a: 1 }, { a: '1' }, {}, { a: null }, { a: undefined }, { a: Number.NaN }];
    expect(await groupCount(rows, ['a'])).toEqual([
      { key: [1], count: 1 },
      { key: ['1'], count: 1 },
      { key: [null], count: 4 },
    ]);
  });

  it('is not confused by names that every object has', async () => {
    const rows = [{ a: 'constructor' }, { a: '__proto__' }, { a: 'constructor' }];
    expect(await groupCount(rows, ['a', 'toString'])).toEqual([
      { key: ['constructor', null], count: 2 },
      { key: ['__proto__', null], count: 1 },
    ]);
  });

  it('takes rows without a prototype, and no rows', async () => {
    const row = Object.assign(Object.create(null), { a: 1 });
    expect(await groupCount([row], ['a'])).toEqual([{ key: [1], count: 1 }]);
    expect(await groupCount([], ['a'])).toEqual([]);
  });

  it('counts twenty thousand groups, each in its place', async () => {
    const rows = Array.from({ length: 40_000 }, (_, i) => ({ pupil: `Pupil ${i % 20_000}` }));
    const groups = await groupCount(rows, ['pupil']);
    expect(groups).toHaveLength(20_000);
    expect(groups[19_999]).toEqual({ key: ['Pupil 19999'], count: 2 });
  });
});
