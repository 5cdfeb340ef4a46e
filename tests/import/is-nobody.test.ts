import { describe, expect, test } from 'vitest';
import { isNobody } from '../../src/import/is-nobody.ts';
import words from '../../src/import/nobody-words.yaml';
import { importText } from './import-text.ts';

describe('a cell that names nobody', () => {
  test.each([
    'Various',
    'various pupils',
    'Whole class',
    'The whole class',
    'Whole class 7A',
    'Several pupils',
    'Several Year 9 boys',
    'Group of Y9 boys',
    'A small group of girls',
    'Multiple students',
    'Most of the class',
    'All Year 7',
    'Unknown pupil',
    'Year 9 boys',
    'Children',
    'ditto',
    'Do.',
    'As above',
    '"',
    "''",
    '(blank)',
    'A pupil',
    'Another child',
    'A girl in his class',
    'Two Year 5 boys',
    'Unknown pupils from another school',
    'See CPOMS',
    '[REDACTED]',
    'Anonymous',
    'Name withheld',
    'XXXX XXX',
    '*****',
    '«Forename» «Surname»',
    '<<Pupil Name>>',
    '{{name}}',
    "[Pupil's name]",
    '#REF!',
    '#NAME?',
    '####',
    '-- Select pupil --',
    'Please choose a student',
    'Pick a name from the list',
    'Click or tap here to enter text.',
  ])('%s', (cell) => {
    expect(isNobody(cell)).toBe(true);
  });
  test.each([
    'Al Lee',
    'Ann All',
    'Ditton',
    'Various Ann',
    'Mani Boys',
    'Same Ali',
    'Blank, Ann',
    'Class, Bo',
    'Ann Lee (blank)',
    'Young Child',
    'Otha Peers',
    'A Child',
    'A Kidd',
    'Ann Other',
    '[Child A]',
    'Pupil 1',
    'Pupil A',
    'Xxavier',
    '#12',
    'Redacted Ann',
    'Anon Lee',
    'Pickering, Ann',
    'Selectra Lee',
    'Pick Ann',
    'Choose Ann Lee',
    'Confi Dential',
  ])('%s is somebody', (cell) => {
    expect(isNobody(cell)).toBe(false);
  });
  test('words are lower case, each once', () => {
    const all = Object.values(words as Record<string, string[]>).flat();
    expect(all.filter((word) => word !== word.toLowerCase() || word.trim() !== word)).toEqual([]);
    expect(new Set(all).size).toBe(all.length);
  });
});

test('a row with nobody in it is rejected with its words, and nobody is invented beside somebody', async () => {
  const { rejected, audit, incidents, names } = await importText(
    [
      'Date,Pupils,Incident type,Details',
      '12/01/2026,Ann Lee,Theft,x',
      '13/01/2026,"""",Theft,x',
      '14/01/2026,Whole class,Theft,x',
      '15/01/2026,Ann Lee; various others,Theft,x',
    ].join('\n'),
  );
  expect(rejected).toEqual(['3 missing_pupil', '4 missing_pupil']);
  expect(audit.problems.find(({ line }) => line === 4)).toMatchObject({ value: 'Whole class' });
  expect(incidents.map(names)).toEqual([['Ann Lee'], ['Ann Lee']]);
});

test.each([
  'n/k',
  'Staff only',
  'adults only',
  'No one else',
  'No one else involved',
  'Nobody else was present',
])('%j names nobody either', (cell) => {
  expect(isNobody(cell)).toBe(true);
});

test.each(['Nobby Else', 'Stafford Only', 'N K', 'NK', 'Noone, Ann'])('%j names somebody', (cell) => {
  expect(isNobody(cell)).toBe(false);
});
