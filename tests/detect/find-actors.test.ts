import { describe, expect, it } from 'vitest';
import { findActors } from '../../src/detect/find-actors.ts';
import { makeInvolvement, makeLabelled } from '../helpers/make-labelled.ts';

const parts = (...args: Parameters<typeof makeLabelled>) => {
  const { actors, others } = findActors(makeLabelled(...args));
  return [actors.map(({ pupil }) => pupil), others.map(({ pupil }) => pupil)];
};

describe('findActors', () => {
  it('takes the pupil entered as the one it is about, and linked pupils as others', () => {
    const involvements = [makeInvolvement('a'), makeInvolvement('b', { origin: 'linked' })];
    expect(parts([], { involvements })).toEqual([['a'], ['b']]);
  });

  it('never counts a child who was harmed as having behaved badly, nor a witness at all', () => {
    const involvements = [
      makeInvolvement('a', { role: 'harmed' }),
      makeInvolvement('b', { origin: 'linked', role: 'harming' }),
      makeInvolvement('c', { role: 'witness' }),
    ];
    expect(parts([], { involvements })).toEqual([['b'], ['a']]);
  });

  it('asks the narrative where the record says nothing', () => {
    const labelled = makeLabelled([], {
      involvements: [makeInvolvement('a'), makeInvolvement('b', { origin: 'linked' }), makeInvolvement('b')],
    });
    const roles = new Map([
      ['a', 'harmed'],
      ['b', 'harming'],
    ] as const);
    const { actors, others } = findActors({
      ...labelled,
      classification: { ...labelled.classification, roles },
    });
    expect(actors.map(({ pupil }) => pupil)).toEqual(['b']);
    expect(others.map(({ pupil }) => pupil)).toEqual(['a']);
  });

  it('has no one for a record that is not a behaviour incident', () => {
    expect(parts([], { kind: 'positive' })).toEqual([[], []]);
  });
});
