import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { unwrapCell } from '../../src/import/row-cells.ts';
import { splitRecord } from '../../src/import/split-record.ts';
import { neutraliseCell, writeCsv, writeCsvRows } from '../../src/import/write-csv.ts';

describe('cells that a spreadsheet would run', () => {
  test.each([
    '=1+1',
    '+cmd',
    '@SUM(1)',
    '-2+3',
    '\t=1',
    '\r=1',
    '- refused to work',
    '+44 phone',
    '=1+1\nsecond line',
    "'=1",
  ])('%j is disarmed and comes back', (text) => {
    expect(neutraliseCell(text)).toBe(`'${text}`);
    expect(unwrapCell(neutraliseCell(text))).toBe(text);
  });
  test.each(['-3', '+4', '-1.5', '0', '12 %', 'plain', "it's", '', '2+2', "'quoted'"])(
    '%j is left alone',
    (text) => {
      expect(neutraliseCell(text)).toBe(text);
    },
  );
  test('numbers and nothing', () => {
    expect(neutraliseCell(-3)).toBe('-3');
    expect(neutraliseCell(null)).toBe('');
  });
});

describe('a table', () => {
  test('is RFC 4180 with CRLF, and quotes what needs it', () => {
    expect(
      writeCsv(
        ['a', 'b'],
        [
          ['x,y', 'say "no"'],
          ['two\nlines', ' blank '],
          [null, 7],
        ],
      ),
    ).toBe('a,b\r\n"x,y","say ""no"""\r\n"two\nlines"," blank "\r\n,7\r\n');
    expect(writeCsv(['a'], [], { bom: true })).toBe('\ufeffa\r\n');
    expect(writeCsvRows([['a;b', 'c']], { delimiter: ';' })).toBe('"a;b";c\r\n');
  });
  test('any cell comes back from any delimiter', () => {
    const cell = fc.string({
      unit: fc.constantFrom('a', 'é', '"', ',', ';', '|', '\t', '\n', '\r', '=', "'", ' ', '-'),
    });
    fc.assert(
      fc.property(
        fc.array(cell, { minLength: 2, maxLength: 6 }),
        fc.constantFrom(',', ';', '\t', '|'),
        (cells, delimiter) => {
          const text = writeCsvRows([cells], { delimiter });
          const { cells: read, end } = splitRecord(text, 0, delimiter);
          expect(end).toBe(text.length);
          expect(read).toEqual(cells.map(neutraliseCell));
          for (const written of read)
            expect(/^[=+@\t\r-]/.test(written) && !/^[+-]\d/.test(written)).toBe(false);
        },
      ),
      { numRuns: 500 },
    );
  });
});
