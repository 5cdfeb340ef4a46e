import { describe, expect, it } from 'vitest';
import { listBehaviourForms, namesBehaviour, readTally } from '../../src/duties/behaviour-forms.ts';

describe('the forms of a named behaviour', () => {
  it.each([
    ['Spitting', ['spit', 'spits', 'spitting', 'spat']],
    ['biting', ['bite', 'bites', 'biting', 'bit', 'bitten']],
    ['hitting others', ['hit', 'hits', 'hitting']],
    ['meltdown', ['meltdown', 'meltdowns']],
  ])('%s', (behaviour, forms) => {
    expect([...listBehaviourForms(behaviour)].sort()).toEqual([...forms].sort());
  });

  it('has none for an empty name', () => {
    expect(listBehaviourForms(' ')).toEqual([]);
  });
});

describe('a tally', () => {
  it.each([
    ['Spitting x3, biting x1', 3],
    ['Spitting: 4', 4],
    ['spitting (2)', 2],
    ['3 x spitting', 3],
    ['spat twice', 2],
    ['no spitting', 0],
    ['spat at 10:30', null],
    ['spitting Monday 2, spitting 3', 3],
    ['nothing', null],
  ])('%s', (text, count) => {
    expect(readTally(text, 'spitting')).toBe(count);
  });

  it('says whether a behaviour is named at all', () => {
    expect(namesBehaviour('He bit a child.', 'biting')).toBe(true);
    expect(namesBehaviour('He did a bit of work? A habit.', 'spitting')).toBe(false);
  });
});
