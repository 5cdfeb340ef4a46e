import { expect, it } from 'vitest';
import { shareSurname } from '../../src/import/share-surname.ts';
import { importText } from './import-text.ts';

const KNOWN = new Set(['john smith', 'bo', 'mary jane van dyke']);
const isKnown = (key: string): boolean => KNOWN.has(key);

it.each([
  ['Smith, John and Jane', 'Smith, John; Smith, Jane'],
  ['Smith, Jane & John', 'Smith, Jane; Smith, John'],
  ['John and Jane Smith', 'Smith, John; Smith, Jane'],
  ['John & Jane Smith (5B)', 'Smith, John; Smith, Jane (5B)'],
  ['Amy Brown;Smith, John + Jane', 'Amy Brown;Smith, John; Smith, Jane'],
])('%s, where John Smith is known, is %s', (cell, text) => {
  expect(shareSurname(cell, isKnown)).toBe(text);
});

it('needs nobody to be known where surnames stand first', () => {
  expect(shareSurname('Berg, Ida and Per', isKnown, true)).toBe('Berg, Ida; Berg, Per');
});

it.each([
  'Ann, Cy and Dee',
  'Ann and Cy Berg',
  'Jane Smith and John',
  'Smith, John and Bo',
  'Smith, John and Brown, Amy',
  'Smith, John and Jane Brown',
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
  expect(shareSurname(cell, isKnown)).toBe(cell);
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
