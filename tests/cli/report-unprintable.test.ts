import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeFolder } from '../helpers/make-folder.ts';
import { makeTermExport, prepareFolder } from './small-export.ts';

/** Hal's name in letters that the bundled font does not have. */
const folder = makeFolder('report-unprintable');
const ran = prepareFolder(folder, makeTermExport().replaceAll('Hart, Hal', '李明'));

describe('a name in letters that a PDF cannot print', () => {
  it('stops none of the other reports of all, and is said with the report that is missing', async () => {
    const { status, err } = await ran('report', 'all', 'export.csv', '--out', 'all', '--quiet');
    expect(status).toBe(0);
    const made = readdirSync(join(folder, 'all'));
    const missing = [...err.matchAll(/^Not made: (?:.*[\\/])?([\w-]+\.pdf)\. .*李.*--format html/gm)].map(
      ([, name]) => name,
    );
    expect(missing).toContain('class.pdf');
    expect(missing.filter((name) => made.includes(name ?? ''))).toEqual([]);
    expect(made.length + missing.length).toBe(11);
    for (const name of ['governors.pdf', 'la-return.pdf', 'exclusions.pdf']) expect(made).toContain(name);
  });

  it('leaves its other formats', async () => {
    const { status } = await ran(
      'report',
      'all',
      'export.csv',
      '--format',
      'pdf,html',
      '--out',
      'two',
      '--quiet',
    );
    expect(status).toBe(0);
    const made = readdirSync(join(folder, 'two'));
    expect([made.includes('class.html'), made.includes('class.pdf')]).toEqual([true, false]);
  });

  it('refuses a report that was asked for by name, and writes nothing', async () => {
    for (const kinds of ['class', 'governors,class']) {
      const { status, err } = await ran('report', kinds, 'export.csv', '--out', 'named');
      expect([status, err]).toEqual([2, expect.stringContaining('cannot print "李"')]);
      expect(existsSync(join(folder, 'named'))).toBe(false);
    }
  });

  it('refuses all where none can be made', async () => {
    const own = makeFolder('report-unprintable-school');
    const there = prepareFolder(own, makeTermExport());
    writeFileSync(join(own, 'termwise.yaml'), 'school: 李明\n');
    const { status, err } = await there('report', 'all', 'export.csv', '--out', 'all');
    expect([status, err]).toEqual([2, expect.stringContaining('cannot print "李"')]);
    expect(existsSync(join(own, 'all'))).toBe(false);
  });
});
