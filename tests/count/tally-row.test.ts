import { describe, expect, it } from 'vitest';
import { pupilRow, tallyRow } from '../../src/count/tally-row.ts';

describe('tallyRow', () => {
  it('counts records, and pupils once each: of these and of the rest', () => {
    const records = [
      { long: true, pupils: ['a', 'b'] },
      { long: true, pupils: ['a'] },
      { long: false, pupils: ['b'] },
      { long: false, pupils: [] },
    ];
    const row = tallyRow(
      'Long',
      records,
      ({ long }) => long,
      ({ pupils }) => pupils,
    );
    expect(row).toEqual({ name: 'Long', count: 2, pupils: 2, others: 1 });
    expect(pupilRow('One', 3)).toEqual({ name: 'One', count: 3, pupils: null, others: null });
  });
});
