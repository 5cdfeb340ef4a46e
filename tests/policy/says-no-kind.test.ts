import { describe, expect, it } from 'vitest';
import { saysNoKind } from '../../src/policy/says-no-kind.ts';

describe('saysNoKind', () => {
  it.each(['Behaviour Incident', 'Lunchtime', 'Behaviour > Behaviour Incident'])('is true of %s', (name) => {
    expect(saysNoKind(name)).toBe(true);
  });

  it.each([
    'Verbal Abuse towards Pupil',
    'Prejudice Related Incident',
    'Gambling',
    'Defiance',
    'A name of our own',
  ])('is false of %s, with a label or without', (name) => {
    expect(saysNoKind(name)).toBe(false);
  });
});
