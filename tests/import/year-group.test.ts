import { expect, test } from 'vitest';
import { normaliseYearGroup } from '../../src/import/year-group.ts';

test.each([
  ['Yr R', 'Reception'],
  ['Yr N', 'Nursery'],
  ['7.0', 'Year 7'],
  ['10.0', 'Year 10'],
  ['-1', 'Nursery'],
  ['-2.0', 'Nursery'],
  ['Year -1', 'Nursery'],
  ['0.0', 'Reception'],
  ['Y-7', 'Year 7'],
  ['Year 10', 'Year 10'],
  ['Sixth Form', 'Sixth Form'],
  ['2025/26', null],
  ['2025-2026', null],
  ['2026', null],
])('%s is %s', (cell, year) => {
  expect(normaliseYearGroup(cell)).toBe(year);
});
