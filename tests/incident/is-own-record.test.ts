import { describe, expect, it } from 'vitest';
import { isOwnRecord } from '../../src/incident/is-own-record.ts';
import { readRoles } from '../../src/incident/read-roles.ts';
import { makeInvolvement, makeLabelled } from '../helpers/make-labelled.ts';

describe('whose incident a record is', () => {
  const record = makeLabelled([], {
    involvements: [
      makeInvolvement('a'),
      makeInvolvement('b', { role: 'harmed' }),
      makeInvolvement('c', { role: 'witness' }),
      makeInvolvement('d', { role: 'harming' }),
      makeInvolvement('e', { origin: 'linked' }),
    ],
  });

  it('is of everybody it names but those harmed and witnesses', () => {
    expect(['a', 'b', 'c', 'd', 'e', 'x'].filter((pupil) => isOwnRecord(record, pupil))).toEqual([
      'a',
      'd',
      'e',
    ]);
    expect(isOwnRecord(makeLabelled([], { kind: 'positive' }), 'p1')).toBe(false);
  });

  it('takes the part that the narrative tells where the export tells none, and the first of two', () => {
    const told = {
      ...record,
      classification: { ...record.classification, roles: new Map([['a', 'harmed' as const]]) },
    };
    expect(isOwnRecord(told, 'a')).toBe(false);
    const twice = makeLabelled([], {
      involvements: [makeInvolvement('a', { role: 'harmed' }), makeInvolvement('a', { role: 'harming' })],
    });
    expect(isOwnRecord(twice, 'a')).toBe(false);
    expect([...readRoles(twice)]).toEqual([['a', 'harmed']]);
  });
});
