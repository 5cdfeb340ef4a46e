import { expect, test } from 'vitest';
import { readZone, toUkTime } from '../../src/import/to-uk-time.ts';
import { importText } from './import-text.ts';

test.each([
  ['13:05Z', 0],
  ['13:05:00 UTC', 0],
  ['13:05+01:00', 60],
  ['13:05:00.123+0530', 330],
  ['13:05:00-05:00', -300],
  ['13:05+00', 0],
  ['09:00-10:00', null],
  ['09:15:00-10:15', null],
  ['09:00:00-10:00', null],
  ['13:05', null],
  ['13:05:00', null],
  ['Fritz', null],
  ['in music', null],
  ['', null],
])('%s is ahead of UTC by %s minutes', (text, zone) => {
  expect(readZone(text)).toBe(zone);
});

test.each([
  ['2026-03-29', '00:59', '2026-03-29', '00:59'],
  ['2026-03-29', '01:00', '2026-03-29', '02:00'],
  ['2026-10-25', '00:59', '2026-10-25', '01:59'],
  ['2026-10-25', '01:00', '2026-10-25', '01:00'],
  ['2025-12-31', '23:59', '2025-12-31', '23:59'],
  ['2026-06-30', '23:30', '2026-07-01', '00:30'],
])('%s %s in UTC', (date, time, day, clock) => {
  expect(toUkTime(date, time, 0)).toEqual({ date: day, time: clock });
});

test('moments of a column of their own and of the date column are told in the time of the school', async () => {
  const { incidents } = await importText(
    [
      'Date,Time,Student,Category,Details',
      '12/06/2026,13:05:00Z,Ann Lee,Theft,a',
      '13/06/2026,2026-06-13T13:05:00Z,Ann Lee,Theft,b',
      '14/06/2026,13:05,Ann Lee,Theft,c',
      '15/06/2026,13:05-13:30,Ann Lee,Theft,d',
      '16/06/2026,1899-12-30T13:05:00.000Z,Ann Lee,Theft,e',
      '17/06/2026,19:05:00Z,Ann Lee,Theft,f',
    ].join('\n'),
  );
  expect(incidents.map(({ time }) => time)).toEqual(['14:05', '14:05', '13:05', '13:05', '13:05', '20:05']);
});

test('a day that is written as midnight in UTC has no time, in summer neither', async () => {
  const { incidents } = await importText(
    'id,student_name,incident_date,type,comment\n1,Ann Lee,2026-06-12T00:00:00Z,Theft,a\n2,Ann Lee,2026-01-12T00:00:00Z,Theft,b\n',
  );
  expect(incidents.map(({ date, time }) => [date, time])).toEqual([
    ['2026-01-12', null],
    ['2026-06-12', null],
  ]);
});
