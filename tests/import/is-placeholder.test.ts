import { expect, test } from 'vitest';
import { isPlaceholder } from '../../src/import/is-placeholder.ts';
import data from '../../src/import/placeholder-words.yaml';
import { importText } from './import-text.ts';

test.each([
  'N/A',
  '#N/A',
  '#REF!',
  '-',
  '--',
  '?',
  '...',
  'Please select',
  '-- Select --',
  'Choose an item.',
  '(blank)',
  'Not applicable',
  '<Please select>',
  'Unknown',
  '',
])('%j says nothing', (cell) => {
  expect(isPlaceholder(cell)).toBe(true);
});
test.each([
  '0',
  'Other',
  'General',
  'Selective mutism',
  'Unknown person on site',
  'Nan',
  'N',
  'Not listening',
  'P0',
])('%j says something', (cell) => {
  expect(isPlaceholder(cell)).toBe(cell === 'Nan');
});
test('the words are lower case, each once', () => {
  const { placeholders } = data as { placeholders: string[] };
  expect(placeholders.filter((word) => word !== word.toLowerCase())).toEqual([]);
  expect(new Set(placeholders).size).toBe(placeholders.length);
});

test('what a list to choose from leaves is no category and no place', async () => {
  const { incidents, audit } = await importText(
    [
      'Date,Name,Category,Sub-Category,Location,Period,Details',
      '12/01/2026,Ann Lee,Please select,Please select,-- Select --,N/A,x',
      '13/01/2026,Ann Lee,Fighting,-- Select --,Unknown,0,x',
      '14/01/2026,Ann Lee,0,,Yard,P1,x',
      '15/01/2026,Ann Lee,"Fighting; Not applicable",,Hall,,x',
    ].join('\n'),
  );
  expect(incidents.map(({ categories }) => categories)).toEqual([[], ['Fighting'], [], ['Fighting']]);
  expect(incidents.map(({ location, period }) => [location, period])).toEqual([
    [null, null],
    [null, '0'],
    ['Yard', 'P1'],
    ['Hall', null],
  ]);
  expect(audit.kinds).toMatchObject({ behaviour: 2, uncategorised: 2 });
  expect(audit.unmappedCategories).toEqual({});
});
