import { describe, expect, it } from 'vitest';
import { mergeProfile } from '../../src/policy/merge-profile.ts';

describe('mergeProfile', () => {
  it('merges groups of keys and leaves the rest of the base', () => {
    const base = { name: 'a', words: { pupil: 'pupil', pupils: 'pupils' }, phase: 'primary' };
    expect(mergeProfile(base, { name: 'b', words: { pupil: 'child' } })).toEqual({
      name: 'b',
      words: { pupil: 'child', pupils: 'pupils' },
      phase: 'primary',
    });
  });

  it('replaces lists whole, so that seven types do not inherit an eighth', () => {
    expect(mergeProfile({ types: ['a', 'b'] }, { types: ['c'] })).toEqual({ types: ['c'] });
  });

  it('drops the name of the base and lets null win', () => {
    expect(mergeProfile({ note: 'x' }, { extends: 'national', note: null })).toEqual({ note: null });
  });
});
