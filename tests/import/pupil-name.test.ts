import { expect, test } from 'vitest';
import { parsePupilName } from '../../src/import/pupil-name.ts';

test.each([
  ['LEE Ann', 'Ann Lee'],
  ["O'NEIL Sean", "Sean O'Neil"],
  ['VAN DYKE Mary Jane', 'Mary Jane Van Dyke'],
  ['DE SOUZA Ana', 'Ana De Souza'],
  ['SMITH-JONES Bo', 'Bo Smith-Jones'],
  ['LEE Ann (7A)', 'Ann Lee'],
  ['ÖZDEMİR Can', 'Can Özdemi̇r'],
  ['McDONALD Jo', 'Jo McDonald'],
])('capitals say that %s begins with the surname', (cell, name) => {
  expect(parsePupilName(cell).name).toBe(name);
});

test.each([
  ['Ann LEE', 'Ann Lee'],
  ['ANN LEE', 'Ann Lee'],
  ['AJ Lee', 'AJ Lee'],
  ['NG Wei Ling', 'NG Wei Ling'],
  ['LEE', 'Lee'],
  ['LEE, Ann', 'Ann Lee'],
  ['DeShawn Lee', 'DeShawn Lee'],
  ['ANN Marie LEE', 'Ann Marie Lee'],
  ['A Lee', 'A Lee'],
])('%s is in order as it is', (cell, name) => {
  expect(parsePupilName(cell).name).toBe(name);
});
