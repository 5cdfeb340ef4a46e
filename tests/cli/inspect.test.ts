import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeFolder } from '../helpers/make-folder.ts';
import { prepareFolder } from './small-export.ts';

const folder = makeFolder('inspect');
const here = prepareFolder(folder);

describe('termwise inspect', () => {
  it('prints the fixed keys, and sums that hold', async () => {
    const { status, out } = await here('inspect', 'export.csv', '--json');
    expect(status).toBe(0);
    const [file] = JSON.parse(out);
    for (const key of 'file encoding bom delimiter header_line layout columns unmapped_columns date_order non_data_rows data_records accepted_rows rejected_rows rejected merged_rows distinct_incidents distinct_pupils date_range kinds default_behaviour_incidents categories warnings'.split(
      ' ',
    )) {
      expect(file).toHaveProperty(key);
    }
    expect(file).toMatchObject({
      file: 'export.csv',
      delimiter: ',',
      header_line: 1,
      data_records: 5,
      accepted_rows: 4,
      rejected_rows: 1,
      distinct_incidents: 4,
      distinct_pupils: 2,
      date_range: ['2025-11-03', '2025-11-06'],
      default_behaviour_incidents: 3,
    });
    expect(file.rejected).toEqual([expect.objectContaining({ record: 5, line: 6, code: 'invalid_date' })]);
    expect(file).not.toHaveProperty('incidents_per_pupil');
  });

  it('names pupils only when asked', async () => {
    expect((await here('inspect', 'export.csv')).out).not.toContain('Ada Okafor');
    const named = await here('inspect', 'export.csv', '--names', '--json');
    expect(JSON.parse(named.out)[0].incidents_per_pupil).toEqual({ 'Ada Okafor': 2, 'Ben Price': 3 });
    expect((await here('inspect', 'export.csv', '--names')).out).toContain('2  Ada Okafor');
  });

  it('tells a person how the file was read and what is wrong with it', async () => {
    const { out } = await here('inspect', 'export.csv');
    expect(out).toContain('Header on line 1; comma-separated');
    expect(out).toContain('5 records = 4 accepted + 1 rejected');
    expect(out).toMatch(/line 6 \[Date\/Time of incident\] invalid_date: .*31\/02\/2026/);
    expect(out).toContain('2 pupils, from 03/11/2025 to 06/11/2025');
  });

  it('lists a dozen rejected rows and says how many more there are', async () => {
    const rows = Array.from(
      { length: 25 },
      (_, index) => `${index},"Price, Ben",tomorrow,Disruption,Talking`,
    );
    writeFileSync(
      join(folder, 'bad.csv'),
      `ID,Pupil,Date,Category,Details\n1,"Price, Ben",03/11/2025,Disruption,Talking\n${rows.join('\n')}\n`,
    );
    const { out } = await here('inspect', 'bad.csv');
    expect(out).toContain('and 13 more');
  });

  it('reads the columns it is told to', async () => {
    writeFileSync(join(folder, 'own.csv'), 'Wer,Wann,Was\nBen Price,03/11/2025,Disruption\n');
    const map = ['--map', 'pupil=Wer', '--map', 'date = wann', '--map', 'category=Was'];
    const { out } = await here('inspect', 'own.csv', '--json', ...map);
    expect(JSON.parse(out)[0].columns).toEqual({ pupil: 'Wer', date: 'Wann', category: 'Was' });
    expect((await here('inspect', 'own.csv', '--map', 'nonsense')).err).toContain(
      'Expected a field and a header',
    );
    expect((await here('inspect', 'own.csv', '--map', 'shoe=Wer')).err).toContain('"shoe" is not a field');
  });

  it('adds several files up, each incident once', async () => {
    const { out } = await here('inspect', 'export.csv', 'export.csv');
    expect(out).toContain('All 2 files together');
    expect(out).toContain('  10 records = 8 accepted + 2 rejected\n  4 incidents, each counted');
    expect((await here('inspect', 'export.csv')).out).not.toContain('together');
  });

  it('writes the rows that could not be used, ready to be mended', async () => {
    const { status } = await here('inspect', 'export.csv', '--rejects', 'rejected.csv', '--quiet');
    expect(status).toBe(0);
    expect(readFileSync(join(folder, 'rejected.csv'), 'utf8')).toMatch(
      /31\/02\/2026 10:30.*,6,invalid_date,/,
    );
    writeFileSync(join(folder, 'second.csv'), readFileSync(join(folder, 'export.csv'), 'utf8'));
    await here('inspect', 'export.csv', 'second.csv', '--rejects', 'both.csv');
    expect(existsSync(join(folder, 'both.csv')) && existsSync(join(folder, 'both-2.csv'))).toBe(true);
  });

  it('exits with 1 when --fail-on finds what it asks for', async () => {
    expect((await here('inspect', 'export.csv', '--fail-on', 'rejected')).status).toBe(1);
    const warned = await here('inspect', 'export.csv', '--json');
    const found = JSON.parse(warned.out)[0].warnings.length > 0 ? 1 : 0;
    expect((await here('inspect', 'export.csv', '--fail-on', 'warnings')).status).toBe(found);
  });

  it('stops at too many rejected rows only when told to', async () => {
    const { status, err } = await here('inspect', 'export.csv', '--max-rejects', '0');
    expect(status).toBe(2);
    expect(err).toMatch(/^termwise: export\.csv: /);
    expect((await here('inspect', 'export.csv', '--max-rejects', '100%')).status).toBe(0);
  });

  it('takes encoding, delimiter and date order as given', async () => {
    writeFileSync(
      join(folder, 'tabs.csv'),
      'Pupil\tDate\tCategory\tDetails\nBen Price\t11/03/2025\tDisruption\tTalking\n',
    );
    const { out } = await here(
      'inspect',
      'tabs.csv',
      '--json',
      '--delimiter',
      'tab',
      '--date-order',
      'mdy',
      '--encoding',
      'windows-1252',
    );
    expect(JSON.parse(out)[0]).toMatchObject({
      delimiter: '\t',
      date_range: ['2025-11-03', '2025-11-03'],
      encoding: 'windows-1252',
    });
  });
});

describe('input that cannot be used', () => {
  const cases: readonly (readonly [string, string | Uint8Array | null, RegExp])[] = [
    ['report.csv', '%PDF-1.7\n1 0 obj\n', /PDF/],
    ['empty.csv', '', /empty/],
    ['blank.csv', '\n\n  \n', /empty|no|blank/],
    ['no-date.csv', 'Pupil,Category\nBen Price,Disruption\n', /date/],
    ['prose.csv', 'Dear all,\nthank you for coming.\n', /column|header|date/],
    ['workbook.csv', new Uint8Array([0x50, 0x4b, 3, 4, 20, 0, 6, 0, 8, 0, 0, 0]), /Excel|ZIP/i],
    ['folder.csv', null, /folder/],
  ];

  it.each(cases)('%s: one line saying what it is, 2, nothing written', async (name, content, what) => {
    if (content === null) mkdirSync(join(folder, name));
    else writeFileSync(join(folder, name), content);
    const before = readdirSync(folder);
    for (const argv of [
      ['inspect', name],
      ['report', 'governors', name, '--out', 'out/governors.pdf', '--rejects', 'r.csv'],
    ]) {
      const { status, out, err } = await here(...argv);
      expect([status, out]).toEqual([2, '']);
      expect(err).toMatch(new RegExp(`^termwise: .*${name.replace('.', '\\.')}`));
      expect(err).toMatch(what);
      expect(err).not.toContain('    at ');
    }
    expect(readdirSync(folder)).toEqual(before);
  });

  it('a file that is not there', async () => {
    const { status, err } = await here('inspect', 'nowhere.csv');
    expect(status).toBe(2);
    expect(err).toMatch(/^termwise: .*nowhere\.csv was not found/);
  });
});
