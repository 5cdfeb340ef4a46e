import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { splitPlainRecords } from '../../src/import/split-plain-records.ts';
import { countLineEnds } from '../../src/import/split-record.ts';

interface Taken {
  readonly records: string[][];
  readonly lines: number;
  readonly reason: string;
}

/** Splits text that comes in pieces of the given lengths, as a reader would. */
function splitPieces(text: string, cuts: readonly number[], delimiter: string): Taken {
  const bytes = Buffer.from(text);
  const ends = [...new Set(cuts.map((cut) => cut % (bytes.length + 1)))].sort((a, b) => a - b);
  const records: string[][] = [];
  let lines = 0;
  let start = 0;
  let reason = 'done';
  for (const [index, end] of [...ends, bytes.length].entries()) {
    const isLast = index === ends.length;
    const result = splitPlainRecords(
      bytes.subarray(start, end),
      delimiter.charCodeAt(0),
      isLast,
      (cells, taken) => {
        records.push(cells);
        lines += taken;
        return true;
      },
    );
    start += result.at;
    reason = result.reason;
    if (reason === 'odd') break;
  }
  return { records, lines, reason };
}

const piece = fc.constantFrom(
  'a',
  'é😀',
  ',',
  ';',
  '"',
  '""',
  '"x"',
  '\n',
  '\r\n',
  '\r',
  ' ',
  '"a\nb"',
  '"a\r\n""b"",c"',
  ',',
);

test('takes records of more cells than it made room for, ASCII or not, quoted or not', () => {
  for (const cell of ['a', 'Zoë', 'b ""c""']) {
    const written = Array.from({ length: 101 }, (_, at) => `"${cell}${at}"`);
    const { records } = splitPieces(`${written.join(',')}\r\nx,y\r\n`, [], ',');
    expect(records[0]).toEqual(written.map((one) => one.slice(1, -1).replaceAll('""', '"')));
    expect(records[1]).toEqual(['x', 'y']);
  }
});

test('gives the records that csv-parse gives, wherever the pieces are cut, and leaves alone what it refuses', () => {
  let whole = 0;
  fc.assert(
    fc.property(
      fc.array(piece, { maxLength: 14 }),
      fc.array(fc.nat(), { maxLength: 4 }),
      fc.constantFrom(',', ';'),
      (pieces, cuts, delimiter) => {
        const text = pieces.join('');
        const own = splitPieces(text, cuts, delimiter);
        let parsed: string[][] | null = null;
        try {
          parsed = parse(text, {
            delimiter,
            record_delimiter: ['\r\n', '\n', '\r'],
            relax_column_count: true,
          }) as unknown as string[][];
        } catch {
          expect(own.reason).toBe('odd');
        }
        if (parsed === null) return;
        whole += 1;
        expect(own.records).toEqual(parsed);
        expect(own.reason).toBe('done');
        const isOpenEnded = text !== '' && !/[\r\n]$/.test(text);
        expect(own.lines).toBe(countLineEnds(text) + (isOpenEnded ? 1 : 0));
      },
    ),
    { numRuns: 3000 },
  );
  expect(whole).toBeGreaterThan(1000);
});

test('a record that the taker refuses is not taken', () => {
  const result = splitPlainRecords(Buffer.from('a,b\nc,d\n'), 44, true, ([first]) => first !== 'c');
  expect(result).toEqual({ at: 4, reason: 'stopped' });
});
