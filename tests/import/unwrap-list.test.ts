import { expect, test } from 'vitest';
import { unwrapList } from '../../src/import/unwrap-list.ts';
import { importText } from './import-text.ts';

test.each([
  ['["Ann Lee","Bo Day"]', 'Ann Lee\nBo Day'],
  ["['Theft', 'Bullying']", 'Theft\nBullying'],
  ['["Bullying (verbal, \\"names\\")"]', 'Bullying (verbal, "names")'],
  [`["O'Neil"]`, "O'Neil"],
  ['[]', ''],
  ['12;#Ann Lee', 'Ann Lee'],
  ['Ann Lee;#12;#Bo Day;#15', 'Ann Lee\nBo Day'],
  [';#Theft;#Bullying;#', 'Theft\nBullying'],
  [';#Theft;#', 'Theft'],
])('%s is a list', (cell, lines) => {
  expect(unwrapList(cell)).toBe(lines);
});

test.each([
  '[7A]',
  '[Redacted] hit "Bo"',
  '["Ann" said "no"]',
  'a;#b',
  'He typed ;# on the desk;#',
  'Score 5;#3 at half time',
  'Code 12;#',
  '12;#34',
  '[1, 2]',
  'He wrote ["x"] on it',
  '[',
  '',
])('%j is none', (cell) => {
  expect(unwrapList(cell)).toBe(cell);
});

test('lists of pupils and of categories are read as such', async () => {
  const { incidents, names } = await importText(
    [
      'ID|Pupils|Date of incident|Type of incident|What happened?',
      `1|["Ann Lee","Bo Day"]|01/10/2025|['Theft', 'Bullying']|x`,
      '2|Ann Lee;#12;#Bo Day;#15|02/10/2025|;#Theft;#Bullying;#|y',
    ].join('\n'),
  );
  expect(incidents.map(names)).toEqual([
    ['Ann Lee', 'Bo Day'],
    ['Ann Lee', 'Bo Day'],
  ]);
  expect(incidents.map(({ categories }) => categories)).toEqual([
    ['Theft', 'Bullying'],
    ['Theft', 'Bullying'],
  ]);
});

test('a mark too many at the end is none', () => {
  expect(unwrapList('12;#Ann Lee;#')).toBe('Ann Lee');
});
