import { expect, test } from 'vitest';
import { holdsWholeNames } from '../../src/import/holds-whole-names.ts';
import { listPlainNames } from '../../src/import/list-plain-names.ts';
import { softenForename } from '../../src/import/soften-forename.ts';
import { importText } from './import-text.ts';

const people = async (header: string, ...rows: readonly string[]) => {
  const lines = rows.map((row, index) => `${10 + index}/01/2026,Theft,${row}`);
  const { incidents, names } = await importText([`Date,Category,${header}`, ...lines].join('\n'));
  return incidents.map(names);
};

test.each([
  ['ANN Lee', 'Ann Lee'],
  ['MARY-ANN Lee', 'Mary-ann Lee'],
  ['ANN LEE', null],
  ['Ann Lee', null],
  ['AJ Lee', null],
  ['LEE, Ann', null],
])('%s', (name, soft) => {
  expect(softenForename(name)).toBe(soft);
});

test('names without capitals are listed only where some have them', () => {
  expect(listPlainNames(['Ann Lee', 'Bo Day'])).toEqual(new Set());
  expect(listPlainNames(['Ann Lee; Bo Day', 'ANN Lee'])).toEqual(new Set(['ann lee', 'bo day']));
});

test('a forename in capitals is one where the file writes the name without; else capitals mark the surname', async () => {
  expect(
    await people('Pupil,Linked Students', 'Ann Lee,', 'ANN Lee,', 'LEE Bo,ANN Lee', 'LEE Ann,', 'Bo Day,'),
  ).toEqual([['Ann Lee'], ['Ann Lee'], ['Bo Lee', 'Ann Lee'], ['Ann Lee'], ['Bo Day']]);
});

test('a preferred surname beside whole names renames nobody', async () => {
  const rows = ['Ann Lee,Lee', 'Bo Day,Ray', 'Cy Fox,Fox', 'Di,Orr'];
  expect(await people('Name,Preferred Surname', ...rows)).toEqual([
    ['Ann Lee'],
    ['Bo Day'],
    ['Cy Fox'],
    ['Di Orr'],
  ]);
  expect(await people('Name,Surname', 'Mary Jane,Lee', 'Bo,Day')).toEqual([['Mary Jane Lee'], ['Bo Day']]);
});

test.each([
  [
    [
      ['Ann Lee', 'Lee'],
      ['Bo Day', 'Ray'],
    ],
    true,
  ],
  [
    [
      ['Mary Jane', 'Lee'],
      ['Bo', 'Day'],
    ],
    false,
  ],
  [[['Ann Lee', '']], false],
  [
    [
      ['Ann', 'Lee'],
      ['Mary Jane', 'Day'],
      ['Lee Ann', 'Lee'],
    ],
    false,
  ],
  [[], false],
] as const)('%j', (rows, isWhole) => {
  expect(holdsWholeNames(rows)).toBe(isWhole);
});

test('a pupil with a title beside one without is a pupil where the file knows the name, else staff', async () => {
  expect(
    await people(
      'Pupil',
      'Miss Ella Jones; Tom Lee',
      'Miss Ella Jones',
      'Tom Lee; Mrs Dunn',
      'Tom Lee; Mr Ed Box',
    ),
  ).toEqual([['Tom Lee', 'Miss Ella Jones'], ['Miss Ella Jones'], ['Tom Lee'], ['Tom Lee']]);
});

test('forenames in a row are so many pupils', async () => {
  expect(
    await people('Pupil', '"Ann, Bo and Cy"', 'Ann', '"Lee, Ann and Day, Bo"', '"Lee, Ann and Bo Day"'),
  ).toEqual([['Ann', 'Bo', 'Cy'], ['Ann'], ['Ann Lee', 'Bo Day'], ['Ann Lee', 'Bo Day']]);
});

test('what names nobody beside a pupil is no part of the name', async () => {
  const cells = [
    'Ann Lee; Anonymous',
    'Year 7; Ann Lee',
    'Anon & Ann Lee',
    '1. Ann Lee | 2. Year 7',
    'Ann Lee & friends',
  ];
  expect(await people('Pupil', ...cells)).toEqual(cells.map(() => ['Ann Lee']));
  expect(await people('Pupil', 'Ann Lee', 'redacted; redacted', '7A | Year 7')).toEqual([['Ann Lee']]);
});
