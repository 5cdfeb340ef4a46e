import { expect, test } from 'vitest';
import { isClassOnly } from '../../src/import/is-class-only.ts';
import { importText } from './import-text.ts';

test.each([
  '7A',
  '11B2',
  'Year 7',
  'yr 7',
  'Y7',
  'Year R',
  'Reception',
  'Year 7 (7A)',
  '7A, 7B',
  'Class 3',
  'Oak Class',
  '7A/Ma1',
])('%s is a class', (cell) => {
  expect(isClassOnly(cell)).toBe(true);
});

test.each([
  'YN',
  'Y N',
  'YR',
  'Reg Smith',
  'Rec Lee',
  'Pupil 7A',
  '7',
  '12',
  'Ann Lee 7A',
  'Ann Class-Lee',
  'Noor',
  '',
])('%s is none', (cell) => {
  expect(isClassOnly(cell)).toBe(false);
});

test('a class is no pupil, alone, under a name or in a list', async () => {
  const { incidents, names, rejected } = await importText(
    [
      'Date,Pupil,UPN,Category,Linked Students',
      '12/01/2026,7A,,Theft,',
      '13/01/2026,"Ann Lee\n7A",,Theft,7B',
      '14/01/2026,"Ann Lee\nYear 7\nBo Day\n7B",,Theft,',
      '15/01/2026,Bo Day (7B),,Theft,"Ann Lee; 7A"',
      '16/01/2026,Ann Lee & Bo Day (both 7A),,Theft,',
      '17/01/2026,7A,B1,Theft,',
    ].join('\n'),
  );
  expect(rejected).toEqual(['2 missing_pupil']);
  expect(incidents.map(names)).toEqual([
    ['Ann Lee'],
    ['Ann Lee', 'Bo Day'],
    ['Bo Day', 'Ann Lee'],
    ['Ann Lee', 'Bo Day'],
    ['B1'],
  ]);
});
