import { describe, expect, it } from 'vitest';
import type { Act } from '../../src/duties/act.ts';
import { findMissed } from '../../src/duties/find-missed.ts';

const act = (families: readonly string[], start: number, change: Partial<Act> = {}): Act => ({
  code: 'response.parent_contact',
  field: 'action',
  status: 'done',
  date: null,
  families,
  start,
  end: start + 5,
  ...change,
});

describe('families not reached though both were rung', () => {
  const both = act(['both'], 10);

  it('are those of a later attempt or denial', () => {
    const missed = act(['p1'], 40, { status: 'attempted' });
    const denied = act(['p0'], 60, { status: 'not_done' });
    expect(findMissed(both, [both, missed, denied])).toEqual(['p1', 'p0']);
  });

  it.each([
    ['an attempt before it', act(['p1'], 0, { status: 'attempted' })],
    ['what was done', act(['p1'], 40)],
    ['a plan', act(['p1'], 40, { status: 'planned' })],
    ['something else', act(['p1'], 40, { status: 'attempted', code: 'outcome_told' })],
    ['another field', act(['p1'], 40, { status: 'attempted', field: 'narrative' })],
    ['an attempt that names both', act(['both'], 40, { status: 'attempted' })],
  ])('are not shown by %s', (_, other) => {
    expect(findMissed(both, [both, other])).toEqual([]);
  });

  it('are none where it speaks of one family', () => {
    const one = act(['p0'], 10);
    expect(findMissed(one, [one, act(['p0'], 40, { status: 'attempted' })])).toEqual([]);
  });
});
