import { expect, test } from 'vitest';
import { joinWrappedName, wrapsNames } from '../../src/import/join-wrapped-name.ts';
import { importText } from './import-text.ts';

test.each([
  [['Ann\nLee', 'Bo Day'], true],
  [['Lee,\r\nAnn', 'Bo\nDay'], true],
  [['Ann\nLee', 'Bo\u200b Day'], true],
  [['Ann Mary\nLee', 'Bo Day'], false],
  [['Ann\nBo', 'Cy'], false],
  [['Ann Lee\nBo Day', 'Cy Fox'], false],
  [['Ann Lee', 'Bo Day'], false],
  [['AB\nNK', 'Bo Day'], false],
  [['LEE\nANNA', 'Bo Day'], true],
  [['Kai\nZoe', 'Kai Todd', 'Zoe Pugh'], false],
  [['Kai\nZoe', 'Zoe\nKai', 'Bo Day'], false],
  [['Kai\nZoe', 'Lee, Ann', 'Day, Bo'], false],
  [['Kai,\nZoe', 'Lee, Ann', 'Kai Todd'], true],
  [['Ann\nJames', 'James Fox', 'Cy James', 'Bo\nDay'], true],
  [[' '.repeat(50_000)], false],
  [[`Ann${' '.repeat(100_000)}Lee`], false],
])('names of a column with %j wrap: %s', (cells, expected) => {
  expect(wrapsNames(cells)).toBe(expected);
});

test.each([
  ['Ann\nLee', 'Ann Lee'],
  ['Lee,\r\nAnn', 'Lee, Ann'],
  ['Ann Lee\nBo Day', 'Ann Lee\nBo Day'],
  ['Ann Lee', 'Ann Lee'],
])('%j is %j', (cell, joined) => {
  expect(joinWrappedName(cell)).toBe(joined);
});

const namesOf = async (header: string, cells: readonly string[]) => {
  const lines = cells.map((cell, index) => `${index + 1}/09/2025,"${cell}",Theft,x${index}`);
  const { audit } = await importText([`Date,${header},Category,Details`, ...lines].join('\n'));
  return Object.keys(audit.incidentsPerPupil).sort();
};

test('a name that a narrow column breaks is one pupil', async () => {
  expect(await namesOf('Pupil', ['Ann\nLee', 'Ann Lee', 'Bo\nDay'])).toEqual(['Ann Lee', 'Bo Day']);
});

test('lines of a column of several pupils are pupils', async () => {
  expect(await namesOf('Pupils Involved', ['Ann\nLee', 'Bo Day'])).toEqual(['Ann', 'Bo Day', 'Lee']);
  expect(await namesOf('Pupil', ['Ann Lee\nBo Day', 'Cy Fox'])).toEqual(['Ann Lee', 'Bo Day', 'Cy Fox']);
});
