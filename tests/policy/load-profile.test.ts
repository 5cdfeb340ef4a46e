import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadProfile } from '../../src/policy/load-profile.ts';
import { makeFolder } from '../helpers/make-folder.ts';

const folder = makeFolder('profiles');

function write(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

describe('loadProfile', () => {
  it('lays a school’s file over the national defaults', async () => {
    write('ours.yaml', 'name: ours\ntitle: Hill Top\nwords: { pupil: learner }\n');
    const profile = await loadProfile('ours.yaml', folder);
    expect(profile).toMatchObject({ name: 'ours', title: 'Hill Top', nation: 'england' });
    expect(profile.words).toMatchObject({ pupil: 'learner', pupils: 'pupils' });
    expect('extends' in profile).toBe(false);
  });

  it('follows extends to a built-in name, and to a file beside it', async () => {
    write('base.yaml', 'name: base\nextends: infiniti\nwords: { pupil: student }\n');
    write('over.yaml', 'name: over\nextends: base.yaml\nphase: secondary\n');
    const profile = await loadProfile(join(folder, 'over.yaml'), '/');
    expect(profile).toMatchObject({ name: 'over', phase: 'secondary', year: { terms: 6 } });
    expect(profile.words.pupil).toBe('student');
  });

  it('says which names there are, and guesses', async () => {
    await expect(loadProfile('alveston', folder)).rejects.toThrow(
      "no policy is named 'alveston' (did you mean 'alvaston'?)",
    );
    await expect(loadProfile('zebra', folder)).rejects.toMatchObject({
      code: 'policy',
      message: "no policy is named 'zebra'",
      hint: expect.stringContaining('national-wales'),
    });
  });

  it('names a file that is missing, a folder, or faulty', async () => {
    mkdirSync(join(folder, 'folder.yaml'));
    write('bad.yaml', 'name: ours\nphase: 7\nnation: mars\n');
    await expect(loadProfile('none.yaml', folder)).rejects.toThrow('there is no such policy file');
    await expect(loadProfile('folder.yaml', folder)).rejects.toThrow('is a folder');
    await expect(loadProfile('bad.yaml', folder)).rejects.toThrow(
      /bad\.yaml: nation: expected one of england.*\nbad\.yaml: phase: expected/s,
    );
  });

  it('names the file that extends what is not there', async () => {
    write('lost.yaml', 'name: lost\nextends: alvastn\n');
    await expect(loadProfile('lost.yaml', folder)).rejects.toThrow(
      "lost.yaml: extends: no policy is named 'alvastn' (did you mean 'alvaston'?)",
    );
    write('gone.yaml', 'name: gone\nextends: nowhere.yaml\n');
    await expect(loadProfile('gone.yaml', folder)).rejects.toThrow(
      /^gone\.yaml: extends: .*nowhere\.yaml: there is no such policy file$/,
    );
  });

  it('refuses duties whose ladder is nowhere, in the file or beneath it', async () => {
    write(
      'rungs.yaml',
      'name: rungs\nduties:\n  - { id: X1, title: t, check: ladder, ladder: nope, when: [] }\n',
    );
    await expect(loadProfile('rungs.yaml', folder)).rejects.toThrow(
      "rungs.yaml: ladders: expected one named 'nope', since duty X1 asks for it, got none",
    );
    const step = '{ step: 1, title: t, shown_by: [], needs: [] }';
    write(
      'own.yaml',
      `name: own\nextends: atelier21\nladders:\n  - { name: ours, words: [rung], steps: [${step}] }\n`,
    );
    await expect(loadProfile('own.yaml', folder)).rejects.toThrow(
      "own.yaml: ladders: expected one named 'seven steps', since duty A21-3 asks for it, got 'ours'",
    );
  });

  it('refuses a profile that extends itself', async () => {
    write('a.yaml', 'name: a\nextends: b.yaml\n');
    write('b.yaml', 'name: b\nextends: a.yaml\n');
    await expect(loadProfile('a.yaml', folder)).rejects.toThrow(
      'a.yaml: extends itself (a.yaml > b.yaml > a.yaml)',
    );
  });
});
