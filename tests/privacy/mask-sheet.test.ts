import { describe, expect, it } from 'vitest';
import type { CountSheet } from '../../src/incident/count-sheet.ts';
import { maskSheet } from '../../src/privacy/mask-sheet.ts';

const sheet = (named_by: CountSheet['named_by']): CountSheet => ({
  id: 's',
  total: 19,
  base: [],
  pupils: 9,
  holds: 'parts',
  named_by,
  rows: [
    { name: 'Year 6', count: 4, pupils: 2, others: 7 },
    { name: 'Ava Holt Year 6', count: 5, pupils: 3, others: 6 },
    { name: 'Mr Hughes Nurture', count: 10, pupils: 4, others: 5 },
  ],
});

describe('maskSheet', () => {
  it('leaves our own words', () => {
    expect(maskSheet(sheet('termwise'))).toEqual(sheet('termwise'));
  });

  it('gathers year groups that are not usual ones in one row, with its pupils and the others', () => {
    expect(maskSheet(sheet('year_groups')).rows).toEqual([
      { name: 'Year 6', count: 4, pupils: 2, others: 7 },
      { name: 'Other', count: 15, pupils: 7, others: 2 },
    ]);
  });
});
