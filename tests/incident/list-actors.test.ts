import { describe, expect, it } from 'vitest';
import { listActors, listHeld } from '../../src/incident/list-actors.ts';
import { makeInvolvement, makeLabelled } from '../helpers/make-labelled.ts';

const record = (...involvements: ReturnType<typeof makeInvolvement>[]) => makeLabelled([], { involvements });

describe('who did it, and who was held', () => {
  it.each([
    [
      'the row’s own pupil where no part is said',
      record(makeInvolvement('a'), makeInvolvement('b', { origin: 'linked' })),
      ['a'],
      ['a'],
    ],
    [
      'not who was harmed or a witness',
      record(
        makeInvolvement('a'),
        makeInvolvement('b', { role: 'harmed' }),
        makeInvolvement('c', { role: 'witness' }),
      ),
      ['a'],
      ['a'],
    ],
    [
      'who harmed, before others',
      record(makeInvolvement('a', { origin: 'linked' }), makeInvolvement('b', { role: 'harming' })),
      ['b'],
      ['b'],
    ],
    [
      'held beside who harmed, where the row is theirs',
      record(makeInvolvement('a'), makeInvolvement('b', { role: 'harming' })),
      ['b'],
      ['b', 'a'],
    ],
    ['pupils named alone', record(makeInvolvement('a', { origin: 'linked' })), ['a'], ['a']],
    ['nobody where all were harmed', record(makeInvolvement('a', { role: 'harmed' })), [], []],
    ['each once', record(makeInvolvement('a'), makeInvolvement('a')), ['a'], ['a']],
  ])('%s', (_, labelled, actors, held) => {
    expect(listActors(labelled)).toEqual(actors);
    expect(listHeld(labelled)).toEqual(held);
  });
});
