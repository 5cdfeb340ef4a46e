import fc from 'fast-check';
import { expect, test } from 'vitest';
import { stripNameTail } from '../../src/import/strip-name-tail.ts';
import { importText } from './import-text.ts';

test.each([
  'Ann Lee a boy in her class',
  'Ann Lee, a girl from 7B',
  'Ann Lee - the one who hit him',
  'Ann Lee and her friend',
  'Ann Lee from Year 5',
  'Ann Lee in 7B',
  'Ann Lee from class 3',
  'Ann Lee in Reception',
  'Ann Lee (a pupil in Y5)',
  'Ann Lee (from 7B)',
  'Ann Lee was rude to staff',
])('%s is Ann Lee', (cell) => {
  expect(stripNameTail(cell)).toBe('Ann Lee');
});

test.each([
  'Ann Lee',
  'Lee, Ann',
  'Ann Lee a Bo Day',
  'Ana Da Silva',
  'Anna in der Smitten',
  'Maria de la Cruz',
  'Iman al Hadi',
  'ann lee a boy',
  'An Nguyen',
  'Will A Lee',
  'Ann Lee; Bo Day',
  'Ann Lee (Annie)',
  'A boy in her class',
])('%s stays', (cell) => {
  expect(stripNameTail(cell)).toBe(cell);
});

test('a name of words with capitals is never cut', () => {
  const word = fc.stringMatching(/^[A-Z][a-z]{1,8}$/);
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 4 }), (words) => {
      expect(stripNameTail(words.join(' '))).toBe(words.join(' '));
    }),
  );
});

test('what is told behind a name makes no other pupil, wherever the name stands', async () => {
  const rows = [
    ['Ann Lee a boy in her class', ''],
    ['Ann Lee and her friend', 'Bo Day a girl in Y4'],
    ['Ann Lee & his two friends', 'Bo Day and her brother'],
    ['Ann Lee; Bo Day from 6B', 'her mum'],
    ['"Lee, Ann the girl from 6B"', ''],
  ].map((cells, index) => `${index + 1},${cells.join(',')},03/09/2025,Theft,words`);
  const { pupils, rejected } = await importText(
    ['Incident ID,Pupil,Linked Pupils,Date,Category,Details', ...rows].join('\n'),
  );
  expect(rejected).toEqual([]);
  expect([...pupils.values()].map(({ name }) => name).sort()).toEqual(['Ann Lee', 'Bo Day']);
});

test.each([
  ['Ann Lee hit Tom', 'Ann Lee'],
  ['Lee, Ann pushed Bo Day over', 'Lee, Ann'],
  ['Ann Lee was seen by staff', 'Ann Lee'],
  // Names, and single words, before which no name stands.
  ['Hit Man', 'Hit Man'],
  ['Will Took', 'Will Took'],
  ['Ann hit Tom', 'Ann hit Tom'],
])('what one pupil did to another is no part of the name: %s', (cell, name) => {
  expect(stripNameTail(cell)).toBe(name);
});
