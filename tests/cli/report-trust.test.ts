import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeTrustJson } from '../../src/cli/output/trust-json.ts';
import { run } from '../../src/cli/run.ts';
import { makeFolder } from '../helpers/make-folder.ts';
import { sampleTrust } from '../trust/helpers/sample-trust.ts';
import { fakeEffects } from './fake-effects.ts';

const folder = makeFolder('report-trust');
writeFileSync(join(folder, 'trust.json'), [...writeTrustJson(sampleTrust('command'))].join(''));
writeFileSync(
  join(folder, 'changed.json'),
  [...writeTrustJson(sampleTrust('command'))].join('').replace('"units":[{', '"units":[{"x":1},{'),
);

async function here(...argv: string[]): Promise<{ status: number; out: string; err: string }> {
  const effects = fakeEffects({ cwd: folder });
  const status = await run(['report', 'trust', ...argv], effects);
  return { status, out: effects.said.out, err: effects.said.err };
}

describe('termwise report trust', () => {
  it('prints the working group’s report, and a summary for the committee', async () => {
    const group = await here('trust.json', '--format', 'text');
    expect([group.status, group.err]).toEqual([0, '']);
    expect(group.out).toContain('School 003');
    const committee = await here('trust.json', '--edition', 'governors', '--format', 'text');
    expect(committee.out).not.toContain('School 003');
  });

  it('knows a school in another spelling', async () => {
    const { status, out } = await here('trust.json', '--school', 'SCHOOL.  003', '--format', 'text');
    expect(status).toBe(0);
    expect(out).toContain('School 003');
  });

  it.each([
    ['utf8', '\uFEFF'],
    ['utf16le', '\uFEFF'],
  ] as const)('reads what a Windows shell or editor saved in %s', async (encoding, mark) => {
    const text = readFileSync(join(folder, 'trust.json'), 'utf8');
    writeFileSync(join(folder, 'saved.json'), `${mark}${text}`, encoding);
    const saved = await here('saved.json', '--format', 'text');
    expect(saved).toEqual(await here('trust.json', '--format', 'text'));
    expect(saved.status).toBe(0);
  });

  it('writes a PDF where it is asked to', async () => {
    const { status, err } = await here('trust.json', '--out', 'trust.pdf');
    expect([status, err]).toEqual([0, 'Wrote trust.pdf\n']);
    expect(readFileSync(join(folder, 'trust.pdf')).subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('takes the threshold of the settings', async () => {
    writeFileSync(join(folder, 'wide.yaml'), 'suppression: { threshold: 20, symbol: "*" }\n');
    const { out } = await here('trust.json', '--config', 'wide.yaml', '--format', 'text');
    expect(out).toContain('*: hidden');
  });

  it.each([
    [['none.json'], 'there is no such file'],
    [['.'], 'this is a folder'],
    [['trust.json', 'trust.json'], 'expected one file'],
    [['trust.json', '--school', 'Nowhere'], 'no school of that name'],
    [['trust.json', '--roll', 'roll.csv'], '--roll: only for a report of a school'],
    [['trust.json', '--as-at', '2026-01-01'], '--as-at: only for a report of a school'],
    [['changed.json'], 'not as `termwise collate` wrote it'],
  ])('refuses %s', async (argv, told) => {
    const { status, err } = await here(...argv, '--format', 'text');
    expect(status).toBe(2);
    expect(err).toContain(told);
  });
});
