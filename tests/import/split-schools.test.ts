import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type ExportPart, readPart } from '../../src/import/export-part.ts';
import { splitSchools } from '../../src/import/split-schools.ts';
import { buildCategoryMap } from '../../src/policy/category-map.ts';
import { makeFolder } from '../helpers/make-folder.ts';

const folder = makeFolder('split-schools');
const options = { categoryMap: buildCategoryMap(), today: '2026-11-22' };
const HEADER = 'School,Incident ID,Student,Date,Category,Details';

function write(name: string, rows: readonly string[]): string {
  const path = join(folder, name);
  writeFileSync(path, `${[HEADER, ...rows].join('\r\n')}\r\n`);
  return path;
}

describe('splitting exports by school', () => {
  it('gives each school its records of every file, and counts those that name none', async () => {
    const one = write('one.csv', [
      'Hill Top,1,Ada Okafor,03/11/2025,Fighting,Ada hit Ben.',
      "St. Mary's,1,Ben Price,03/11/2025,Fighting,Ben hit Ada.",
      HEADER,
      ',4,Ben Price,03/11/2025,Fighting,Ben hit Ada.',
      'hill top,2,Cai Khan,04/11/2025,Fighting,Cai hit Ben.',
    ]);
    const two = write('two.csv', ['ST MARYS,7,Dot Dean,05/11/2025,Fighting,Dot hit Eve.']);
    const { schools, unnamed } = await splitSchools([one, two], options);
    expect(unnamed.map(({ file, records }) => [file, records])).toEqual([
      ['one.csv', 1],
      ['two.csv', 0],
    ]);
    expect(schools.map(({ school, parts }) => [school, parts.map(({ records }) => records)])).toEqual([
      ['Hill Top', [2]],
      // Marks make no other school: a tie of two spellings goes to the first by letter.
      ['ST MARYS', [1, 1]],
    ]);
  });

  it('reads the rows below a header with other columns, or the same in another order, by it', async () => {
    const path = write('sheets.csv', [
      'Hill Top,1,Ada Okafor,03/11/2025,Fighting,Ada hit Ben.',
      'School,Date,Incident ID,Student,Details,Category',
      'Hill Top,04/11/2025,2,Ada Okafor,Ada hit Cai.,Fighting',
      'Date,School,Student,Time,Details',
      '05/11/2025,Elm Road,Ben Price,09:00,Ben hit Ada.',
      HEADER,
      'Elm Road,4,Ben Price,06/11/2025,Fighting,Ben hit Cai.',
    ]);
    const { schools, unnamed } = await splitSchools([path], options);
    const read: string[] = [];
    for (const { parts } of schools) {
      await readPart(parts[0] as ExportPart, {
        record: (cells) => read.push(cells.join()),
        damaged: () => undefined,
        embedded: () => undefined,
      });
    }
    expect(unnamed[0]?.records).toBe(0);
    expect(schools.map(({ school }) => school)).toEqual(['Elm Road', 'Hill Top']);
    expect(read).toEqual([
      'Elm Road,,Ben Price,05/11/2025,,Ben hit Ada.',
      'Elm Road,4,Ben Price,06/11/2025,Fighting,Ben hit Cai.',
      'Hill Top,1,Ada Okafor,03/11/2025,Fighting,Ada hit Ben.',
      'Hill Top,2,Ada Okafor,04/11/2025,Fighting,Ada hit Cai.',
    ]);
  });

  it('keeps a record whose quote is never closed with its school', async () => {
    const path = write('open.csv', [
      'Hill Top,1,Ada Okafor,03/11/2025,Fighting,Ada hit Ben.',
      'Hill Top,2,Ada Okafor,04/11/2025,Fighting,"Ada hit Ben.',
      'Hill Top,3,Ada Okafor,05/11/2025,Fighting,Ada hit Ben.',
    ]);
    const { schools } = await splitSchools([path], options);
    const read: unknown[] = [];
    await readPart(schools[0]?.parts[0] as ExportPart, {
      record: (cells) => read.push(cells[1]),
      damaged: (cells) => read.push(`open ${cells[1]}`),
      embedded: () => undefined,
    });
    expect(read).toEqual(['1', 'open 2', '3']);
  });
});
