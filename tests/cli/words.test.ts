import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeFolder } from '../helpers/make-folder.ts';
import { prepareFolder } from './small-export.ts';

const folder = makeFolder('words');
const here = prepareFolder(folder);

const WORDS = `words:
  SLUR_RACE: help
rules:
  - id: called
    label: damage
    any: called out
    yes: [Ben called out., She called out twice.]
    no: [Ben sat down., Out he went.]
`;

const count = (text: string, code: string): number => text.split(code).length - 1;

describe('words of the school in termwise.yaml', () => {
  it('are used by every command, and named and masked where they are shown', async () => {
    const before = (await here('classify', 'export.csv', '--json')).out;
    const reported = (await here('analyse', 'export.csv', '--json')).out;
    expect(before).not.toContain('school.called');
    writeFileSync(join(folder, 'words.yaml'), WORDS);
    writeFileSync(join(folder, 'termwise.yaml'), 'words: words.yaml\n');
    const after = await here('classify', 'export.csv', '--json');
    expect(after.status).toBe(0);
    expect(count(after.out, '"damage"')).toBe(count(before, '"damage"') + 1);
    expect(after.out).toContain('school.called');
    expect((await here('explain', '102', 'export.csv')).out).toContain('rule school.called');
    expect((await here('explain', '104', 'export.csv')).out).not.toContain(' help ');
    expect((await here('analyse', 'export.csv', '--json')).out).not.toBe(reported);
    expect((await here('review', 'export.csv', '--out', 'review.csv')).status).toBe(0);
    expect(readFileSync(join(folder, 'review.csv'), 'utf8')).not.toContain(' help ');
  });
  it('are refused with place and expectation, before anything is read', async () => {
    writeFileSync(join(folder, 'words.yaml'), 'words: { SANCTON: pod }\n');
    const { status, err, out } = await here('classify', 'export.csv');
    expect([status, out]).toEqual([2, '']);
    expect(err).toContain(
      "words.yaml: words: expected the name of a list of ours, got 'SANCTON' (did you mean 'SANCTION'?)",
    );
    writeFileSync(join(folder, 'termwise.yaml'), 'words: wrods.yaml\n');
    expect((await here('classify', 'export.csv')).err).toContain(
      'termwise.yaml: words: wrods.yaml: there is no such file',
    );
  });
});
