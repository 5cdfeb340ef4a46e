import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { run } from '../../src/cli/run.ts';
import { makeFolder } from '../helpers/make-folder.ts';
import { fakeEffects } from './fake-effects.ts';

const folder = makeFolder('policy');

async function runHere(...argv: string[]) {
  const effects = fakeEffects({ cwd: folder });
  return { status: await run(['policy', ...argv], effects), ...effects.said };
}

describe('termwise policy', () => {
  it('lists the policies', async () => {
    const { status, out } = await runHere('list');
    expect(status).toBe(0);
    expect(out.split('\n')).toContain('alvaston        Alvaston Infant & Nursery School');
    const rows = JSON.parse((await runHere('list', '--json')).out);
    expect(rows[0]).toEqual({
      name: 'national',
      title: 'National defaults (England)',
      nation: 'england',
      phase: 'unknown',
      document: null,
    });
  });

  it('shows one, saying what is not the policy’s own', async () => {
    const { out } = await runHere('show', 'pencoedtre');
    expect(out).toContain('Pencoedtre Learning Community (pencoedtre)');
    expect(out).toContain('Types of bullying (not listed in the policy: the national list)');
    expect(out).toMatch(/ {2}[A-Z][^\n]{25,} {2}bullying\.homophobic/);
    expect(out).toContain('4 records of one pupil in a term before it is called persistent (our default');
    expect(out).toContain('counts from 1 to 4 are printed as c');
    expect(JSON.parse((await runHere('show', 'vale', '--json')).out).name).toBe('vale');
  });

  it('lists the codes that a policy may ask for', async () => {
    const { out } = await runHere('facts');
    expect(out).toMatch(/^dsl_told +safeguarding lead told$/m);
    expect(JSON.parse((await runHere('facts', '--json')).out)).toContainEqual({
      code: 'has.location',
      title: 'the place is recorded',
    });
  });

  it('shows each duty in plain words, and those that no export can show', async () => {
    const { out } = await runHere('show', 'alvaston');
    expect(out).toContain('asks: contact with both families (both families) within 2 working days');
    expect(out).toContain('Duties that no export can show');
    expect((await runHere('show', 'vale')).out).toContain('Ladder: bullying stages');
  });

  it('refuses one that hides so little that a number could point at a pupil, and shows the least', async () => {
    writeFileSync(join(folder, 'open.yaml'), 'name: open\nsuppression: { threshold: 0, group_minimum: 4 }\n');
    const { status, err } = await runHere('validate', 'open.yaml');
    expect(status).toBe(2);
    expect(err).toContain('a whole number from 3 to 20');
    expect(err).toContain('a whole number from 5 to 100');
    writeFileSync(
      join(folder, 'least.yaml'),
      'name: least\nsuppression: { threshold: 3, group_minimum: 5 }\n',
    );
    const { out } = await runHere('show', 'least.yaml');
    expect(out).toContain('counts from 1 to 2 are printed as c');
    expect(out).toContain('no rate for a group of fewer than 5');
  });

  it('writes one as a file that can be changed and is taken again', async () => {
    const { status, err } = await runHere('show', 'infiniti', '--out', 'ours.yaml');
    expect([status, err]).toEqual([0, 'Wrote ours.yaml\n']);
    const valid = await runHere('validate', 'ours.yaml');
    expect(valid).toEqual({ status: 0, out: 'ours.yaml: fits (Infiniti School)\n', err: '' });
    expect(JSON.parse((await runHere('show', 'ours.yaml', '--json')).out)).toEqual(
      JSON.parse((await runHere('show', 'infiniti', '--json')).out),
    );
    expect(readFileSync(join(folder, 'ours.yaml'), 'utf8')).toContain('terms: 6');
  });

  it('says what is wrong with one, and that one is not there', async () => {
    writeFileSync(join(folder, 'bad.yaml'), 'name: bad\nphase: infant\nwords: { pupil: 3 }\n');
    const { status, err } = await runHere('validate', 'bad.yaml');
    expect(status).toBe(2);
    expect(err).toContain(
      "bad.yaml: phase: expected one of primary, secondary, all_through, special, unknown, got 'infant'",
    );
    expect(err).toContain('bad.yaml: words.pupil: expected a word, got 3');
    expect((await runHere('show', 'alvastan')).err).toContain("did you mean 'alvaston'?");
    expect((await runHere('validate', 'none.yaml')).status).toBe(2);
  });
});
