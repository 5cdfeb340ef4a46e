import { expect, test } from 'vitest';
import { cleanNames } from '../../src/import/clean-names.ts';
import { splitPupils } from '../../src/import/pupil-name.ts';

test.each([
  ['"Lee, Ann"; "Day, Bo"', 'Lee, Ann; Day, Bo'],
  ['"Ann Lee","Bo Day"', 'Ann Lee; Bo Day'],
  ['"Ann Lee"', 'Ann Lee'],
  ['Ann "Annie" Lee', 'Ann "Annie" Lee'],
  ['"Annie" Lee', '"Annie" Lee'],
  ['"Ann" "Lee"', '"Ann" "Lee"'],
  ['"', '"'],
  ['Ann Lee<br>Bo Day', 'Ann Lee\nBo Day'],
  [`Ann${' '.repeat(100_000)}Lee`, 'Ann Lee'],
  [`${'Ann Lee;  '.repeat(40)}\n\nBo Day`, `${'Ann Lee; '.repeat(40)}\n\nBo Day`],
])('%#: quotes round names and long blanks go', (cell, names) => {
  expect(cleanNames(cell)).toBe(names);
});

test.each(['Ann Lee → Bo Day', 'Ann Lee -> Bo Day', 'Ann Lee => Bo Day'])('%s are two pupils', (cell) => {
  expect(splitPupils(cell)).toEqual(['Ann Lee', 'Bo Day']);
});
