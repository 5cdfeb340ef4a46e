import { expect, test } from 'vitest';
import { parseDate } from '../../src/import/parse-date.ts';
import { stripInvisible } from '../../src/import/strip-invisible.ts';
import { importText } from './import-text.ts';

test.each([
  ['\u200e05/\u200e09/\u200e2025', '05/09/2025'],
  ['\u2066Ann Lee\u2069', 'Ann Lee'],
  ['\ufeffTheft', 'Theft'],
  ['Ann Lee', 'Ann Lee'],
  // A joiner within a Persian name or a picture of several signs is part of the text.
  ['علی\u200cرضا', 'علی\u200cرضا'],
  ['👩\u200d🏫', '👩\u200d🏫'],
])('%j is %j', (cell, plain) => {
  expect(stripInvisible(cell)).toBe(plain);
});

test('a date copied from a web page with marks of direction is that date', () => {
  expect(parseDate('\u200e05/\u200e09/\u200e2025 \u200f\u200e10:20', 'dmy')).toMatchObject({
    date: '2025-09-05',
    time: '10:20',
  });
});

test('marks in names, numbers and dates make no further pupil and reject no row', async () => {
  const { audit } = await importText(
    [
      'Date,Pupil,UPN,Category,Details',
      '05/09/2025,Ann Lee,A123456789012,Theft,x',
      '\u200e08/09/2025,\u202aAnn Lee\u202c,\u200eA123456789012,Theft,y',
      '09/09/2025,\u2066Ann Lee\u2069,A123456789012\u200e,Theft,z',
    ].join('\n'),
  );
  expect([audit.acceptedRows, audit.rejectedRows, audit.distinctPupils]).toEqual([3, 0, 1]);
});
