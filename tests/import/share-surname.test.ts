import { expect, it } from 'vitest';
import { shareSurname } from '../../src/import/share-surname.ts';
import { importText } from './import-text.ts';

const KNOWN = new Set(['john smith', 'bo', 'mary jane van dyke']);
const SAID = {
  isKnown: (key: string): boolean => KNOWN.has(key),
  isSurname: (word: string): boolean => word === 'Brown',
};

it.each([
  ['Smith, John and Jane', 'Smith, John; Smith, Jane'],
  ['Smith, Jane & John', 'Smith, Jane; Smith, John'],
  ['John and Jane Smith', 'Smith, John; Smith, Jane'],
  ['John & Jane Smith (5B)', 'Smith, John; Smith, Jane (5B)'],
  ['Amy Brown;Smith, John + Jane', 'Amy Brown;Smith, John; Smith, Jane'],
])('%s, where John Smith is known, is %s', (cell, text) => {
  expect(shareSurname(cell, SAID)).toBe(text);
});

it('needs nobody to be known where surnames stand first', () => {
  expect(shareSurname('Berg, Ida and Per', SAID, true)).toBe('Berg, Ida; Berg, Per');
});

it.each([
  'Ann, Cy and Dee',
  'Ann and Cy Berg',
  'Jane Smith and John',
  'Smith, John and Bo',
  'Smith, John and Brown, Amy',
  'Smith, John and Jane Brown',
  'Smith, John and Brown',
  'Brown and John Smith',
  'Smith, John and others',
  'Smith, John and Staff',
  'Smith, John and Mum',
  'Smith, John & Friend',
  'Smith, John and Another',
  'Smith, John and Class',
  'Bo and John Smith',
  'John Smith and Amy Brown',
  'Smith, John',
])('%s stays', (cell) => {
  expect(shareSurname(cell, SAID)).toBe(cell);
});

it('puts twins on their own records, in the column of pupils and of linked ones', async () => {
  const { pupils, names, incidents } = await importText(`Date,Students,Type,Summary,Linked Students
12/01/2026,John and Jane Smith,Fighting,Twins fought.,
13/01/2026,"Smith, John and Jane",Fighting,Twins fought again.,
14/01/2026,John Smith & Amy Brown,Defiance,Refused.,
15/01/2026,Amy Brown,Fighting,Fought with both.,"Smith, Jane and John"
`);
  expect([...pupils.values()].map(({ name }) => name).sort()).toEqual([
    'Amy Brown',
    'Jane Smith',
    'John Smith',
  ]);
  expect(incidents.map((incident) => names(incident).sort())).toEqual([
    ['Jane Smith', 'John Smith'],
    ['Jane Smith', 'John Smith'],
    ['Amy Brown', 'John Smith'],
    ['Amy Brown', 'Jane Smith', 'John Smith'],
  ]);
});

it('keeps a surname behind a whole name from becoming a forename', async () => {
  const read = async (pupil: string, linked: string) => {
    const rows = [
      `1,"Hill, Jo",03/09/2025,Theft,words,"${linked}"`,
      `2,"${pupil}",04/09/2025,Theft,words,`,
      '3,"Brown, Tom",05/09/2025,Theft,words,',
    ];
    const header = 'Incident ID,Pupil,Date,Category,Details,Linked Pupils';
    const { names, byId } = await importText([header, ...rows].join('\n'));
    return [names(byId.get('1')), names(byId.get('2'))];
  };
  expect(await read('Lee, Ann', 'Lee, Ann and Brown')).toEqual([
    ['Jo Hill', 'Ann Lee', 'Brown'],
    ['Ann Lee'],
  ]);
  expect(await read('Day, Bo', 'Lee, Ann and Brown')).toEqual([['Jo Hill', 'Ann Lee', 'Brown'], ['Bo Day']]);
  expect(await read('Lee, Ann and Brown', '')).toEqual([['Jo Hill'], ['Ann Lee', 'Brown']]);
  expect(await read('Lee, Ann', 'Lee, Ann and Zoe')).toEqual([
    ['Jo Hill', 'Ann Lee', 'Zoe Lee'],
    ['Ann Lee'],
  ]);
});
