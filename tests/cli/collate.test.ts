import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { run } from '../../src/cli/run.ts';
import { createRandom } from '../../src/statistics/seeded-random.ts';
import { makeFolder } from '../helpers/make-folder.ts';
import { sampleReturn } from '../trust/helpers/sample-return.ts';
import { simulateReturn } from '../trust/helpers/simulate-return.ts';
import { fakeEffects } from './fake-effects.ts';

const folder = makeFolder('collate');
const random = createRandom('collate command');
const names = ['Ash', 'Birch', 'Cedar', 'Dale', 'Elm'];

async function here(...argv: string[]): Promise<{ status: number; out: string; err: string }> {
  const effects = fakeEffects({ cwd: folder });
  const status = await run(argv, effects);
  return { status, out: effects.said.out, err: effects.said.err };
}

beforeAll(() => {
  for (const [at, name] of names.entries()) {
    const made = simulateReturn(
      { school: name, pupils: 200 + 40 * at, factors: at === 4 ? { all: 3 } : {} },
      random,
    );
    writeFileSync(join(folder, `${name}.json`), JSON.stringify(made));
  }
  writeFileSync(join(folder, 'schools.csv'), 'School\nAsh\nBirch\nCedar\nDale\nElm\nFir\n');
});

const files = names.map((name) => `${name}.json`);

describe('termwise collate', () => {
  it('writes one analysis with exact totals, and says what to bear in mind', async () => {
    const { status, err } = await here(
      'collate',
      ...files,
      '--schools',
      'schools.csv',
      '--out',
      'trust.json',
    );
    expect(status).toBe(0);
    expect(err).toContain('Note: Fir has handed in no return');
    const trust = JSON.parse(readFileSync(join(folder, 'trust.json'), 'utf8'));
    const sum = files
      .map((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')).counts.incidents)
      .reduce((a, b) => a + b, 0);
    expect(trust.totals.incidents).toBe(sum);
    expect(trust.meta.schema).toBe('termwise.trust/1');
    expect(trust.outliers[0]).toMatchObject({ school: 'Elm', code: 'all', direction: 'higher' });
  });

  it('says in the text itself which school is missing, so that a file or a quiet run does not hide it', async () => {
    const { out } = await here('collate', ...files, '--schools', 'schools.csv', '--quiet');
    expect(out).toContain(
      'How far the schools can be compared\n- Fir has handed in no return: the totals are without it.\n',
    );
    expect(out).not.toContain('nothing speaks against it');
    expect((await here('collate', ...files, '--quiet')).out).not.toContain('Fir');
  });

  it('reads returns that a Windows shell or editor saved', async () => {
    const text = readFileSync(join(folder, 'Ash.json'), 'utf8');
    writeFileSync(join(folder, 'shell.json'), `\uFEFF${text}`, 'utf16le');
    writeFileSync(join(folder, 'editor.json'), `\uFEFF${text}`);
    const plain = await here('collate', ...files);
    for (const saved of ['shell.json', 'editor.json'])
      expect(await here('collate', saved, ...files.slice(1))).toEqual(plain);
    expect(plain.status).toBe(0);
  });

  it('tells a person, and keeps quiet on stderr when told to', async () => {
    const { out, err } = await here('collate', ...files, '--quiet');
    expect(out).toContain('5 schools, 5 returns: 2025-26 Autumn');
    expect(out).toContain('Elm, all behaviour incidents');
    expect(err).toBe('');
  });

  it('speaks of one school in the singular', async () => {
    const { out } = await here('collate', 'Ash.json', '--quiet');
    expect(out).toContain('1 school, 1 return: 2025-26 Autumn');
  });

  it.each([
    ['--labels', 'words'],
    ['--policy', 'national'],
    ['--nation', 'wales'],
    ['--terms', 'terms.csv'],
    ['--categories', 'categories.csv'],
    ['--term', '2025-26 Autumn'],
    ['--from', '2025-09-01'],
    ['--to', '2025-12-19'],
    ['--date-order', 'dmy'],
    ['--map', 'date=When'],
  ])('refuses %s of returns, where it would do nothing', async (...option) => {
    const { status, err } = await here('collate', ...files, ...option);
    expect([status, err]).toEqual([2, expect.stringContaining(`${option[0]}: only for exports`)]);
  });

  it('leaves out a school whose records do not reach the days asked for, and says so', async () => {
    writeFileSync(
      join(folder, 'reach.csv'),
      [
        'School,Incident ID,Student,Date,Category,Details',
        'Oak,1,Ada Okafor,10/11/2025,Fighting,Ada hit Ben.',
        'Oak,2,Ada Okafor,10/02/2026,Fighting,Ada hit Ben.',
        'Elm,1,Ben Price,11/11/2025,Fighting,Ben hit Ada.',
      ].join('\n'),
    );
    const spring = await here('collate', 'reach.csv', '--term', '2025-26 Spring');
    expect(spring.status).toBe(0);
    expect(spring.out).toContain('1 school, 1 return: 2025-26 Spring');
    expect(spring.out).toContain('- Elm has no record in the days asked for: the totals are without it.');
    expect((await here('collate', 'reach.csv', '--term', '2025-26 Autumn')).out).toContain('2 schools');
    for (const days of [
      ['--term', '2025-26 Summer'],
      ['--from', '2026-05-04'],
    ]) {
      const { status, err } = await here('collate', 'reach.csv', ...days);
      expect(status).toBe(2);
      expect(err).toContain('no school has a record in the term or days that were asked for');
    }
  });

  it('accounts for every row of raw exports', async () => {
    const row = (school: string, id: string, day: string) =>
      `${school},${id},"Lee, Ann",${day} 10:00,Disruption,Talking.`;
    writeFileSync(
      join(folder, 'raw.csv'),
      `School,Incident ID,Student,Date/Time of incident,Categories,Incident details\n${[
        row('A', '1', '03/11/2025'),
        row('A', '1', '03/11/2025'),
        row('B', '2', '04/11/2025'),
        row('B', '3', '99/99/2025'),
        row('', '4', '05/11/2025'),
      ].join('\n')}\n`,
    );
    const { status, err } = await here('collate', 'raw.csv', '--out', 'raw.json');
    expect(status).toBe(0);
    expect(err).toContain(
      'raw.csv: 5 rows: 2 incidents, 1 merged into them, 1 that could not be used (`termwise inspect` says why), 1 without a school.',
    );
    const { meta } = JSON.parse(readFileSync(join(folder, 'raw.json'), 'utf8'));
    expect(meta.rows).toEqual({ data_records: 5, incidents: 2, merged: 1, rejected: 1, without_school: 1 });
  });

  it('refuses a changed return, a folder and a file that is not there, and writes nothing', async () => {
    writeFileSync(join(folder, 'changed.json'), JSON.stringify({ ...sampleReturn(), school: 'Gorse' }));
    const changed = await here('collate', ...files, 'changed.json', '--out', 'none.json');
    expect(changed).toMatchObject({ status: 2 });
    expect(changed.err).toContain('changed.json: the return of Gorse was changed after it was made');
    expect((await here('collate', 'gone.json')).err).toContain('gone.json: there is no such file');
    expect((await here('collate', '.')).err).toContain('this is a folder');
    expect(() => readFileSync(join(folder, 'none.json'))).toThrow();
  });
});
