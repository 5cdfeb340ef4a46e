import { describe, expect, it } from 'vitest';
import { BUILT_IN_PROFILES } from '../../src/policy/built-in-profiles.ts';
import { checkProfile } from '../../src/policy/check-profile.ts';
import { loadProfile } from '../../src/policy/load-profile.ts';
import { PROFILE_SCHEMA } from '../../src/policy/profile-schema.ts';

const names = [...BUILT_IN_PROFILES.keys()];
const schemaKeys = Object.keys(PROFILE_SCHEMA.shape).filter((key) => key !== 'extends');

describe('the profiles that come with the tool', () => {
  it('are the national two and the five policies', () => {
    expect(names).toEqual([
      'national',
      'national-wales',
      'alvaston',
      'atelier21',
      'infiniti',
      'pencoedtre',
      'vale',
    ]);
  });

  it.each(names)('%s fits the schema and is complete once laid over its base', async (name) => {
    expect(checkProfile(BUILT_IN_PROFILES.get(name), `${name}.yaml`)).toEqual([]);
    const profile = await loadProfile(name, '/');
    expect(Object.keys(profile).sort()).toEqual([...schemaKeys].sort());
    expect(profile.name).toBe(name);
  });

  it('says of every number whose it is: none of ours stands as a policy’s', async () => {
    const stated: string[] = [];
    for (const name of names) {
      const { thresholds } = await loadProfile(name, '/');
      for (const [key, { whose }] of Object.entries(thresholds)) {
        if (whose !== 'termwise') stated.push(`${name} ${key} ${whose}`);
      }
    }
    expect(stated).toEqual(['infiniti top_positives policy']);
  });

  it('has the types of bullying that the policies name', async () => {
    const types = async (name: string) =>
      (await loadProfile(name, '/')).bullying.types.map(({ code }) => code.slice(9));
    expect(await types('alvaston')).toEqual([
      'emotional',
      'physical',
      'racial',
      'sexual',
      'homophobic',
      'verbal',
      'cyber',
    ]);
    expect(await types('vale')).toEqual([
      'physical',
      'verbal',
      'non_verbal',
      'indirect',
      'cyber',
      'parent_incited',
    ]);
    expect(await types('pencoedtre')).toEqual(await types('national'));
  });

  it('has the words and years that the policies give', async () => {
    expect((await loadProfile('atelier21', '/')).words).toMatchObject({
      pupil: 'young learner',
      class_teacher: 'tutor',
    });
    expect((await loadProfile('pencoedtre', '/')).words).toMatchObject({
      additional_needs: 'ALN',
      looked_after: 'CLA',
    });
    expect((await loadProfile('infiniti', '/')).year).toMatchObject({ terms: 6, stated: true });
    expect((await loadProfile('infiniti', '/')).child_on_child.types).toHaveLength(7);
    expect((await loadProfile('alvaston', '/')).child_on_child.types).toHaveLength(9);
  });
});
