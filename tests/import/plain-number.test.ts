import { expect, test } from 'vitest';
import { plainNumber } from '../../src/import/plain-number.ts';
import { importText } from './import-text.ts';

test.each([
  ['1234.0', '1234'],
  ['1,234', '1234'],
  ['12,345,678', '12345678'],
  ['0012', '0012'],
  ['1.5', '1.5'],
  ['1,23', '1,23'],
  ['A1.0', 'A1.0'],
  ['', ''],
])('%s is %s', (text, plain) => {
  expect(plainNumber(text)).toBe(plain);
});

test('numbers of incidents and pupils that a script or a spreadsheet wrote otherwise are the same', async () => {
  const { audit } = await importText(
    [
      'Incident ID,Student,Admission No,Date,Category',
      '1234.0,Ann Lee,1001.0,12/01/2026,Theft',
      '1234,Bo Day,1002,12/01/2026,Theft',
      '"12,345",Ann Lee,"1,001",13/01/2026,Theft',
      '12345,Ann Lee,1001,13/01/2026,Theft',
    ].join('\n'),
  );
  expect(audit).toMatchObject({ distinctIncidents: 2, distinctPupils: 2 });
});
