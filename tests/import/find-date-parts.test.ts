import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findDateParts, joinDateParts } from '../../src/import/find-date-parts.ts';
import { importText } from './import-text.ts';

const read = async (header: string, ...rows: readonly string[]) => {
  const lines = rows.map((row, index) => `${index + 1},Ann Lee,${row},Theft,words`);
  const imported = await importText([`Incident ID,Pupil,${header},Category,Details`, ...lines].join('\n'));
  return { ...imported, days: imported.incidents.map(({ date }) => date) };
};

test.each([
  ['Day,Month,Year', '3,9,2025', '14,10,2025'],
  ['DD,MM,YY', '03,09,25', '14,10,25'],
  ['Incident Day,Incident Month,Incident Year', '3rd,September,2025', '14th,Oct,2025'],
  ['Year,Month,Day', '2025,9,3', '2025,10,14'],
  ['Date (Day),Date (Month),Date (Year)', '3,9,2025', '14,10,2025'],
  ['Date,Month,Year', '3,Sept,2025', '14,Oct,2025'],
  ['Month (1-12),Day of month,Calendar Year', '9,3,2025', '10,14,2025'],
])('%s is one date', async (header, ...rows) => {
  const { days, audit } = await read(header, ...rows);
  expect(days).toEqual(['2025-09-03', '2025-10-14']);
  expect(audit.unmappedColumns).toEqual([]);
  expect(audit.furtherColumns?.date).toHaveLength(2);
});

test('a part that is no part of a date is told by its row, as is a date without parts', async () => {
  const { rejected, days } = await read('Day,Month,Year', '31,2,2025', ',,', '3,9,2025', '4,,2025');
  expect(rejected).toEqual(['2 invalid_date', '3 missing_date', '5 invalid_date']);
  expect(days).toEqual(['2025-09-03']);
});

test('a row that ends before its year is cut off', async () => {
  const text = 'Pupil,Category,Day,Month,Year\nAnn Lee,Theft,3,9,2025\nAnn Lee,Theft,4,9\n';
  expect((await importText(text)).rejected).toEqual(['3 too_few_fields']);
});

test.each([
  [
    'Day,Month,Year,Incident Date',
    'Wednesday,September,Year 5,03/09/2025',
    'Tuesday,October,Year 6,14/10/2025',
  ],
  ['Date,Month,Year', '03/09/2025,September,5', '14/10/2025,October,6'],
  ['Date,Month,Year', '03/09/2025,September,2025', '14/10/2025,October,2025'],
  ['Day,Month,Calendar Year', '03/09/2025,September,2025', '14/10/2025,October,2025'],
])('%s beside a whole date only repeats it', async (header, ...rows) => {
  const { days, audit } = await read(header, ...rows);
  expect(days).toEqual(['2025-09-03', '2025-10-14']);
  expect(audit.furtherColumns?.date).toBeUndefined();
});

test('the year group stays beside the year of the date', async () => {
  const { incidents, days } = await read('Year,Day,Month,Calendar Year', '5,3,9,2025', '6,14,10,2025');
  expect(days).toEqual(['2025-09-03', '2025-10-14']);
  expect(incidents.map(({ involvements }) => involvements[0]?.yearGroup)).toEqual(['Year 5', 'Year 6']);
});

test('without all three columns there are no parts', () => {
  expect(findDateParts(['Day', 'Year'])).toBeNull();
  expect(findDateParts(['Month', 'Year'])).toBeNull();
  expect(findDateParts(['Day', 'Month'])).toBeNull();
});

test('the parts of any day make that day again', () => {
  const day = fc.date({ min: new Date('2015-01-01'), max: new Date('2035-12-31'), noInvalidDate: true });
  fc.assert(
    fc.property(day, (date) => {
      const [year = '', month = '', own = ''] = date.toISOString().slice(0, 10).split('-');
      const plain = joinDateParts(String(Number(own)), String(Number(month)), year);
      expect(plain).toBe(`${year}-${month}-${own}`);
      expect(joinDateParts(own, month, year.slice(2))).toBe(plain);
    }),
  );
});
