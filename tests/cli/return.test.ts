import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { run } from '../../src/cli/run.ts';
import { readReturn } from '../../src/trust/read-return.ts';
import { makeFolder } from '../helpers/make-folder.ts';
import { fakeEffects } from './fake-effects.ts';
import { makeTermExport, prepareFolder } from './small-export.ts';

const folder = makeFolder('return');
const here = prepareFolder(folder, makeTermExport());
const school = ['--school', 'Hill Top Primary'];

describe('termwise return', () => {
  it('writes a return that adds up with the analysis and can be read back', async () => {
    const { status, err } = await here('return', 'export.csv', ...school, '--out', 'a.return.json');
    expect(status).toBe(0);
    expect(err).toContain('Wrote a.return.json');
    const made = readReturn(readFileSync(join(folder, 'a.return.json'), 'utf8'), 'a.return.json');
    const { counts } = JSON.parse((await here('analyse', 'export.csv', ...school, '--json')).out);
    expect(made.counts).toEqual(counts);
    expect(made.school).toBe('Hill Top Primary');
  });

  it('takes --json, which it is, but not with --show, which is words', async () => {
    const plain = await here('return', 'export.csv', ...school);
    const asked = await here('return', 'export.csv', ...school, '--json');
    expect([asked.status, asked.out]).toEqual([0, plain.out]);
    const both = await here('return', 'export.csv', ...school, '--show', '--json');
    expect([both.status, both.err]).toEqual([2, expect.stringContaining('--json: --show says it in plain')]);
  });

  it('shows what would leave and writes nothing', async () => {
    const { status, out } = await here('return', 'export.csv', ...school, '--show', '--out', 'shown.json');
    expect(status).toBe(0);
    expect(out).toContain('What leaves the school, and nothing else:');
    expect(existsSync(join(folder, 'shown.json'))).toBe(false);
  });

  it.each([
    [['y'], 0, true],
    [['no'], 2, false],
    [[], 2, false],
  ])('asks a person first: the answers %j end with %i', async (answers, expected, there) => {
    const effects = fakeEffects({ cwd: folder, terminal: true, answers });
    const out = `asked-${answers.join('') || 'none'}.json`;
    expect(await run(['return', 'export.csv', ...school, '--out', out], effects)).toBe(expected);
    expect(effects.said.err).toContain('What leaves the school');
    expect(existsSync(join(folder, out))).toBe(there);
  });

  it('asks nothing with --yes, and prints to the terminal without --out', async () => {
    const effects = fakeEffects({ cwd: folder, terminal: true });
    expect(await run(['return', 'export.csv', ...school, '--yes', '--out', 'yes.json'], effects)).toBe(0);
    const { out } = await here('return', 'export.csv', ...school);
    expect(JSON.parse(out).schema).toBe('termwise.return/1');
  });

  it('writes the rows that could not be used without --out too, and refuses them with --show', async () => {
    expect((await here('return', 'export.csv', ...school, '--rejects', 'bad.csv')).status).toBe(0);
    expect(existsSync(join(folder, 'bad.csv'))).toBe(true);
    const { status, err } = await here('return', 'export.csv', ...school, '--show', '--rejects', 'no.csv');
    expect([status, err]).toEqual([2, expect.stringContaining('--rejects: --show writes nothing')]);
    expect(existsSync(join(folder, 'no.csv'))).toBe(false);
  });

  it('refuses a return without a school, and of several schools', async () => {
    expect((await here('return', 'export.csv')).err).toContain('needs the name of the school');
    const two = makeFolder('return-two');
    const there = prepareFolder(
      two,
      'School,Incident ID,Student,Date/Time of incident,Categories,Incident details\nA,1,"Lee, Ann",03/11/2025 10:00,Disruption,Talking.\nB,2,"Ode, Bo",03/11/2025 10:00,Disruption,Talking.\n',
    );
    const { status, err } = await there('return', 'export.csv');
    expect(status).toBe(2);
    expect(err).toContain('records of 2 schools (A, B)');
  });

  it('refuses to sign as another school than the records name', async () => {
    const there = prepareFolder(makeFolder('return-other'), nameSchools('Hill Top', '', 'Hill Top'));
    const { status, out, err } = await there('return', 'export.csv', '--school', 'Low Moor');
    expect([status, out]).toEqual([2, '']);
    expect(err).toContain(
      "export.csv: line 2: School: the record is of 'Hill Top', and the return would be signed as 'Low Moor'",
    );
    expect(err).toContain('--school "Hill Top" if that is its name');
  });

  it.each([
    [[], 'St Mary’s'],
    [['--school', 'ST. MARYS'], 'ST. MARYS'],
  ])('takes blank cells and other spellings as the same school, with %j', async (options, name) => {
    const content = nameSchools('', 'St Mary’s', 'St Marys', 'St Mary’s');
    const there = prepareFolder(makeFolder('return-blank'), content);
    const { status, out } = await there('return', 'export.csv', ...options);
    expect(status).toBe(0);
    const made = JSON.parse(out);
    expect(made.school).toBe(name);
    expect(made.counts).toMatchObject({ incidents: 4, pupils: 1 });
  });
});

/** An incident of one pupil for each school named. */
function nameSchools(...schools: readonly string[]): string {
  const rows = schools.map(
    (school, at) => `${school},${at},"Lee, Ann",0${3 + at}/11/2025 10:00,Disruption,Talking.`,
  );
  return `School,Incident ID,Student,Date/Time of incident,Categories,Incident details\n${rows.join('\n')}\n`;
}
