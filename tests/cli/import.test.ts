import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeFolder } from '../helpers/make-folder.ts';
import { prepareFolder } from './small-export.ts';

const folder = makeFolder('import');
const here = prepareFolder(folder);

describe('termwise import', () => {
  it('makes a register that is read like an export, and changes nothing the second time', async () => {
    const first = await here('import', 'export.csv', '--into', 'register.csv', '--rejects', 'rejected.csv');
    expect(first.status).toBe(0);
    expect(first.out).toContain('5 records = 4 accepted + 1 rejected');
    expect(first.out).toContain('register.csv: 4 incidents, 4 of them new.');
    expect(existsSync(join(folder, 'rejected.csv'))).toBe(true);
    const bytes = readFileSync(join(folder, 'register.csv'));
    const second = await here('import', 'export.csv', '--into', 'register.csv');
    expect(second.out).toContain('register.csv already held all of it: 4 incidents, nothing was written.');
    expect(readFileSync(join(folder, 'register.csv')).equals(bytes)).toBe(true);
    const classified = await here('classify', 'register.csv', '--json', '--quiet');
    expect(JSON.parse(classified.out)).toEqual(
      JSON.parse((await here('classify', 'export.csv', '--json', '--quiet')).out),
    );
  });

  it('prints the audit as JSON, with the school’s own meaning of a category', async () => {
    writeFileSync(join(folder, 'categories.csv'), 'Recorded Category,Code,Note\nDisruption,defiance,\n');
    const { out } = await here(
      'import',
      'export.csv',
      '--into',
      'other.csv',
      '--json',
      '--categories',
      'categories.csv',
    );
    expect(JSON.parse(out)).toMatchObject({
      register: { file: 'other.csv', before: 0, after: 4, changed: true },
      files: [{ file: 'export.csv', data_records: 5 }],
    });
  });

  it('never overwrites a file that is no register', async () => {
    writeFileSync(join(folder, 'mine.csv'), readFileSync(join(folder, 'export.csv')));
    const { status, err } = await here('import', 'export.csv', '--into', 'mine.csv');
    expect(status).toBe(2);
    expect(err).toContain('mine.csv is there already and is not a register');
  });

  it('says whose text a later one replaced', async () => {
    await here('import', 'export.csv', '--into', 'texts.csv');
    writeFileSync(
      join(folder, 'later.csv'),
      readFileSync(join(folder, 'export.csv'), 'utf8').replace('Moved seat.', 'Moved seat and rang home.'),
    );
    const { out } = await here('import', 'later.csv', '--into', 'texts.csv');
    expect(out).toContain(
      'texts.csv: 4 incidents, 0 of them new. A later text replaced the one held of 1 incident: 102.',
    );
  });

  it('says what it needs', async () => {
    expect((await here('import', '--into', 'x.csv')).err).toContain("missing required argument 'file'");
    expect((await here('import', 'export.csv')).err).toContain(
      "required option '--into <file>' not specified",
    );
  });
});
