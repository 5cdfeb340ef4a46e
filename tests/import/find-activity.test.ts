import { expect, test } from 'vitest';
import { importText } from './import-text.ts';

const HEAD = 'Adno,Name,Reg,Date,Type,Comments,Recorded By';
const sims = (columns: string, ...cells: string[]): string =>
  [
    `${HEAD},${columns}`,
    ...cells.map((cell, at) => `${4512 + at},Ann Lee,7A,0${at + 1}/09/2025,Theft,x${at},Mr Gray,${cell}`),
  ].join('\n');
const read = async (text: string) =>
  (await importText(text)).incidents.map(({ period, location }) => [period, location]);

test('Activity of a SIMS report is the part of the day', async () => {
  expect(await read(sims('Activity', 'Lesson', 'Break'))).toEqual([
    ['Lesson', null],
    ['Break', null],
  ]);
  expect(await read(sims('Activity,Location', 'Lesson,Room 4', 'Break,Yard'))).toEqual([
    ['Lesson', 'Room 4'],
    ['Break', 'Yard'],
  ]);
});

test('or the place, where it names places and nothing else does', async () => {
  expect(await read(sims('Activity', 'Corridor', 'Playground', 'Lesson'))).toEqual([
    [null, 'Corridor'],
    [null, 'Playground'],
    [null, 'Lesson'],
  ]);
});

test.each([
  ['a period', 'Period,Activity', ['P3,English'], [['P3', null]]],
  ['a time', 'Time,Activity', ['10:15,Lesson'], [[null, null]]],
  ['a place, for places', 'Location,Activity', ['Yard,Playground'], [[null, 'Yard']]],
])('stays unread beside %s', async (_, columns, cells, expected) => {
  expect(await read(sims(columns, ...cells))).toEqual(expected);
});

test('a clock that was never set is no time', async () => {
  expect(await read(sims('Time,Activity', '00:00,Break', '00:00:00,Lesson'))).toEqual([
    ['Break', null],
    ['Lesson', null],
  ]);
});

test('what other systems call Activity is not guessed at', async () => {
  const { audit } = await importText(
    'Pupil,Date,Activity,Details\nAnn Lee,08/09/2025,Fighting,Ann hit Tom.\n',
  );
  expect(audit.unmappedColumns).toEqual(['Activity']);
});
