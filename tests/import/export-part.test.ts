import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FileExamination } from '../../src/import/examine-file.ts';
import { openPartPacker, readPart } from '../../src/import/export-part.ts';

const examined = { file: 'export.csv' } as FileExamination;

type Read = [readonly string[], number, number];

async function packAndRead(records: readonly Read[]): Promise<Read[]> {
  const packer = openPartPacker(examined);
  for (const [cells, line, openCell] of records) packer.add(cells, line, openCell);
  const part = await packer.finish();
  expect(part).toMatchObject({ examined, records: records.length });
  const read: Read[] = [];
  await readPart(part, {
    record: (cells, line) => read.push([cells, line, -1]),
    damaged: (cells, line, openCell) => read.push([cells, line, openCell]),
    embedded: () => undefined,
  });
  return read;
}

describe('a packed part of an export', () => {
  it('gives every record back as it was, in order', async () => {
    const cell = fc.string({ unit: 'grapheme', maxLength: 20 }).filter((text) => !text.includes('\u0000'));
    const record = fc.tuple(
      fc.array(cell, { maxLength: 5 }),
      fc.integer({ min: 1, max: 9_999_999 }),
      fc.integer({ min: -1, max: 4 }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(record, { maxLength: 30 }), async (records) => {
        expect(await packAndRead(records)).toEqual(records);
      }),
    );
  });

  it('packs piece by piece, so that what waits unpacked stays small', async () => {
    const words = 'Was asked to leave the room and came back after five minutes. '.repeat(10);
    const records = Array.from({ length: 2000 }, (_, at): Read => [[String(at), words], at + 2, -1]);
    expect(await packAndRead(records)).toEqual(records);
  });
});
