import { expect, test } from 'vitest';
import { parseTime } from '../../src/import/parse-time.ts';
import { importText } from './import-text.ts';

async function readTimes(rows: readonly string[]) {
  const lines = rows.map((row) => `Ann Lee,${row},Theft`);
  const { incidents } = await importText(['Student,Incident Date,Time,Category', ...lines].join('\n'));
  return incidents.map(({ time, period }) => [time, period]);
}

test('beside a time column midnight in the date is no time, and words name the period', async () => {
  expect(
    await readTimes([
      '01/10/2025 00:00:00,Lunch',
      '02/10/2025 00:00:00,P3',
      '03/10/2025 00:00:00,10:15',
      '04/10/2025 00:00:00,',
      '05/10/2025 09:20:00,',
    ]),
  ).toEqual([
    [null, 'Lunch'],
    [null, 'P3'],
    ['10:15', null],
    [null, null],
    ['09:20', null],
  ]);
});

test.each(['NA', 'None', 'N/A', 'TBC', '-'])('%s is no time that could not be read', async (cell) => {
  const { incidents, audit } = await importText(
    `Student,Incident Date,Time,Category\nAnn Lee,01/10/2025 09:20,${cell},Theft\n`,
  );
  expect(incidents.map(({ time, period }) => [time, period])).toEqual([['09:20', null]]);
  expect(audit.problems.map(({ code }) => code)).not.toContain('odd_time');
});

test('a time with another day than the incident is of something else', async () => {
  expect(
    await readTimes([
      '01/10/2025,02/10/2025 15:10',
      '03/10/2025,03/10/2025 15:10',
      '04/10/2025,10/04/2025 15:10',
      '06/10/2025,30/12/1899 09:30',
    ]),
  ).toEqual([
    [null, null],
    ['15:10', null],
    ['15:10', null],
    ['09:30', null],
  ]);
});

test.each([
  ['9.30-9.45am', '09:30'],
  ['around 9.30am', '09:30'],
  ['9.30 am (P1)', '09:30'],
  ['11.45 to 12.30pm', '11:45'],
  ['1:30 - 2:15 pm', '13:30'],
  ['9:30 - 9:45', '09:30'],
  ['room 9.30', null],
])('%s', (cell, time) => {
  expect(parseTime(cell)).toBe(time);
});
