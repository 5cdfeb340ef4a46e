import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findSingleQuotes } from '../../src/import/find-single-quotes.ts';
import { turnSingleQuotes } from '../../src/import/turn-single-quotes.ts';
import { importText } from './import-text.ts';

const HEADER = "'Incident ID','Student','Date','Category','Details'";

function turn(text: string, size = 7): string {
  const bytes = Buffer.from(text);
  const open = turnSingleQuotes(',');
  const made: Buffer[] = [];
  for (let at = 0; at < bytes.length; at += size) made.push(open(bytes.subarray(at, at + size)));
  return Buffer.concat([...made, open(null)]).toString();
}

test.each([
  ["'a','b, c'\n", '"a","b, c"\n'],
  ["'she didn''t','he didn't'\r\n", `"she didn't","he didn't"\r\n`],
  ["'','x'", '"","x"'],
  ["'the boys''','x'", `"the boys'","x"`],
  [`'said "no"',12`, '"said ""no""",12'],
  ["'didn\\'t','N:\\'", `"didn't","N:\\"`],
  ["12,o'clock,'two\nlines'", `12,o'clock,"two\nlines"`],
])('%j is %j', (text, turned) => {
  expect(turn(text)).toBe(turned);
});

test('wherever the pieces end', () => {
  const cell = fc.stringMatching(/^[a-z'", \n]{0,8}x$/);
  const cells = fc.array(cell, { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(cells, fc.integer({ min: 1, max: 9 }), (all, size) => {
      const text = all.map((one) => `'${one.replaceAll("'", "''")}'`).join(',');
      const wanted = all.map((one) => `"${one.replaceAll('"', '""')}"`).join(',');
      expect(turn(`${text}\n`, size)).toBe(`${wanted}\n`);
    }),
  );
});

test.each([
  [`${HEADER}\n'1','Lee, Ann','03/09/2025','Theft','x'`, ','],
  [`'Report of June'\n${HEADER}\n1,'Lee, Ann','03/09/2025','Theft','x'`, ','],
  [`${HEADER.replaceAll(',', ';')}\n'1';'Lee, Ann';'03/09/2025';'Theft';'x'`, ';'],
  [`${HEADER}\n1,Ann Lee,03/09/2025,Theft,x`, null],
  ["Incident ID,Student,Date\n'00012,'Ann Lee,'03/09/2025", null],
  ["'Incident ID,'Student,'Date\n'00012,'Ann Lee,'03/09/2025", null],
  ["'Why','How'\n'a','b'", null],
])('%j: the quotes are told by header and row', (text, delimiter) => {
  expect(findSingleQuotes(text)).toBe(delimiter);
});

test('a list with its cells in single quotes is read as any other', async () => {
  const rows = [
    `'1','Lee, Ann','03/09/2025','Theft','She said ''no'', and didn't "stop"'`,
    "'2','O''Neil, Sean','04/09/2025','Fighting',''",
  ];
  const { incidents, rejected, pupils } = await importText([HEADER, ...rows].join('\r\n'));
  expect(rejected).toEqual([]);
  expect([...pupils.values()].map(({ name }) => name)).toEqual(['Ann Lee', "Sean O'Neil"]);
  expect(incidents.map(({ narrative }) => narrative)).toEqual([`She said 'no', and didn't "stop"`, '']);
});
