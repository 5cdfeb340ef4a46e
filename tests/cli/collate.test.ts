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

  it('tells a person, and keeps quiet on stderr when told to', async () => {
    const { out, err } = await here('collate', ...files, '--quiet');
    expect(out).toContain('5 schools, 5 returns: 2025-26 Autumn');
    expect(out).toContain('Elm, all behaviour incidents');
    expect(err).toBe('');
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
