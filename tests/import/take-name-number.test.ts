import { expect, test } from 'vitest';
import { parsePupilName } from '../../src/import/pupil-name.ts';
import { takeNameNumber } from '../../src/import/take-name-number.ts';
import { importText } from './import-text.ts';

const pupils = async (names: readonly string[]) => {
  const lines = names.map((name, index) => `${index + 1}/09/2025,"${name}",Theft,x${index}`);
  const { audit } = await importText(['Date,Pupil,Category,Details', ...lines].join('\n'));
  return audit.incidentsPerPupil;
};

test.each([
  '004512 - Ann Lee',
  '004512: Lee, Ann',
  '(004512) Ann Lee',
  'Adm No: 004512 Ann Lee',
  'Ann Lee (004512)',
  'Ann Lee 004512',
  'Ann Lee - 004512',
  'LEE, Ann #004512',
  'Lee, Ann, 004512',
  'Lee (004512), Ann',
  'Lee, Ann [ID: 004512]',
  'Ann Lee - Adm No 004512',
  'Lee, Ann (7B) (004512)',
])('%s is Ann Lee of that number', (cell) => {
  expect(parsePupilName(cell)).toEqual({ name: 'Ann Lee (004512)', key: 'ann lee (004512)' });
});

test.each(['Pupil 1234', 'Student 004512', 'Ann 2', 'Ann Lee 2', 'Ann (2014)', '004512', 'Ann Lee 12/345'])(
  '%s stays as it is told',
  (cell) => {
    expect(takeNameNumber(cell)).toEqual({ rest: cell, number: null });
  },
);

test.each([
  'A123456789012 Ann Lee',
  'A123456789012 - Lee, Ann',
  'Ann Lee - A123456789012',
  'Lee, Ann, A123456789012',
  'Lee (A123456789012), Ann',
  'Ann Lee UPN: a123456789012',
])('%s is Ann Lee with a UPN', (cell) => {
  expect(parsePupilName(cell)).toEqual({ name: 'Ann Lee', key: 'ann lee', upn: 'A123456789012' });
});

test('the name alone means the one pupil who bears it with a number, whatever the order of the rows', async () => {
  expect(await pupils(['Ann Lee', 'Ann Lee (4512)', '4512 - Ann Lee', 'Lee, Ann'])).toEqual({
    'Ann Lee (4512)': 4,
  });
});

test('two numbers are two pupils, and the name alone is neither', async () => {
  expect(await pupils(['Ann Lee', 'Ann Lee (4512)', 'Ann Lee 4890', 'Ann Lee (4512)'])).toEqual({
    'Ann Lee (4512)': 2,
    'Ann Lee (4890)': 1,
    'Ann Lee': 1,
  });
});

test('the number of a room or year that two pupils bear makes them no one pupil', async () => {
  expect(Object.keys(await pupils(['Ann Lee (101)', 'Bo Lee (101)']))).toHaveLength(2);
});
