import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { resolveConfig } from '../../src/cli/resolve-config.ts';
import { run } from '../../src/cli/run.ts';
import { makeFolder } from '../helpers/make-folder.ts';
import { fakeEffects } from './fake-effects.ts';

const root = makeFolder('init');
const FILES = ['termwise.yaml', 'terms.csv', 'roll.csv', 'categories.csv'];

async function init(name: string, argv: readonly string[], answers: readonly string[] = []) {
  const cwd = join(root, name);
  mkdirSync(cwd, { recursive: true });
  const effects = fakeEffects({ cwd, answers });
  const status = await run(['init', ...argv], effects);
  return { status, cwd, ...effects.said, read: (file: string) => readFileSync(join(cwd, file), 'utf8') };
}

describe('termwise init', () => {
  it('writes settings that can be used as they are', async () => {
    const { status, cwd, out } = await init('plain', [
      '--yes',
      '--school',
      'Hill "Top"',
      '--phase',
      'primary',
    ]);
    expect(status).toBe(0);
    expect(out).toContain('Wrote termwise.yaml, terms.csv, roll.csv, categories.csv in this folder');
    for (const file of FILES) expect(existsSync(join(cwd, file)), file).toBe(true);
    const config = await resolveConfig({}, cwd);
    expect(config).toMatchObject({ school: 'Hill "Top"', phase: 'primary', nation: 'england' });
    expect(config.files).toMatchObject({ terms: join(cwd, 'terms.csv'), roll: null });
  });

  it('fills in the usual year, last year’s too, in dates that are read back', async () => {
    const { read } = await init('terms', ['sub', '--yes']);
    const lines = read('sub/terms.csv').replace('\uFEFF', '').trimEnd().split('\r\n');
    expect(lines[0]).toBe('Academic Year,Term,Half Term,Start,End,INSET Days');
    expect(lines).toHaveLength(13);
    expect(lines[1]).toMatch(/^2025-26,Autumn,Autumn 1,01\/09\/2025,/);
    expect(lines[12]).toMatch(/^2026-27,Summer,Summer 2,/);
    expect(read('sub/roll.csv')).toContain('Pupil Name,UPN,Date of Birth');
    expect(read('sub/termwise.yaml')).toContain('# school: ');
  });

  it('numbers the terms of a policy with six of them', async () => {
    const { read } = await init('six', ['--yes', '--policy', 'infiniti']);
    const terms = read('terms.csv')
      .trimEnd()
      .split('\r\n')
      .slice(1)
      .map((line) => line.split(',')[1]);
    const year = ['Term 1', 'Term 2', 'Term 3', 'Term 4', 'Term 5', 'Term 6'];
    expect(terms).toEqual([...year, ...year]);
  });

  it('asks, takes its defaults for an empty answer, and asks again after a wrong one', async () => {
    const { status, err, read } = await init('asked', [], ['Hill Top', 'infant', 'primary', 'wales', '']);
    expect(status).toBe(0);
    expect(err).toContain('Please answer one of primary, secondary');
    expect(read('termwise.yaml')).toContain('school: "Hill Top"\nphase: primary\nnation: wales');
    expect(read('termwise.yaml')).toContain('policy: "national-wales"');
  });

  it('says so when nobody is there to answer', async () => {
    const { status, err } = await init('nobody', []);
    expect(status).toBe(2);
    expect(err).toContain('nobody here to answer');
    expect(err).toContain('--yes');
  });

  it('never overwrites unless told to', async () => {
    const { cwd } = await init('again', []).then(() => init('again', ['--yes']));
    writeFileSync(join(cwd, 'roll.csv'), 'mine');
    const refused = await init('again', ['--yes']);
    expect(refused.status).toBe(2);
    expect(refused.err).toContain(
      'termwise.yaml, terms.csv, roll.csv, categories.csv: already in this folder',
    );
    expect(refused.read('roll.csv')).toBe('mine');
    expect((await init('again', ['--yes', '--force'])).status).toBe(0);
    expect(refused.read('roll.csv')).not.toBe('mine');
  });

  it('takes a policy file from where the person stands, and names it from where the settings stand', async () => {
    mkdirSync(join(root, 'ours'), { recursive: true });
    writeFileSync(join(root, 'ours', 'ours.yaml'), 'name: ours\ntitle: Hill Top\n');
    const { status, read, cwd } = await init('ours', ['school', '--yes', '--policy', 'ours.yaml']);
    expect(status).toBe(0);
    expect(read('school/termwise.yaml')).toContain('policy: "../ours.yaml"');
    expect((await resolveConfig({ config: 'school' }, cwd)).profile.name).toBe('ours');
    const here = await init('ours', ['--yes', '--policy', 'ours.yaml']);
    expect(here.read('termwise.yaml')).toContain('policy: "ours.yaml"');
  });

  it('refuses a policy that is not there before it writes', async () => {
    const { status, cwd } = await init('nopolicy', ['--yes', '--policy', 'zebra']);
    expect(status).toBe(2);
    expect(existsSync(join(cwd, 'termwise.yaml'))).toBe(false);
  });
});
