import { describe, expect, it } from 'vitest';
import { matchRoll } from '../../src/detect/match-roll.ts';
import type { Pupil } from '../../src/incident/incident.ts';
import { makeRollEntry } from './helpers/make-input.ts';

const pupil = (key: string, name: string, rest: Partial<Pupil> = {}): [string, Pupil] => [
  key,
  { key, name, label: name, upn: null, dateOfBirth: null, ...rest },
];

describe('matchRoll', () => {
  it('joins the years of one pupil and finds them by a name only one has', () => {
    const matched = matchRoll(
      [
        makeRollEntry('Ava Holt', '2024-25'),
        makeRollEntry('HOLT, Ava', '2025-26'),
        makeRollEntry('Ben Ray', '2025-26'),
      ],
      new Map([pupil('a', 'Ava Holt')]),
    );
    expect(matched.map(({ key, entries }) => [key, entries.length])).toEqual([
      ['a', 2],
      [null, 1],
    ]);
  });

  it('leaves two children of one name unmatched rather than guess', () => {
    const roll = [
      makeRollEntry('Ava Holt', '2025-26', { dateOfBirth: '2015-01-01' }),
      makeRollEntry('Ava Holt', '2025-26', { dateOfBirth: '2016-01-01' }),
    ];
    expect(matchRoll(roll, new Map([pupil('a', 'Ava Holt')])).map(({ key }) => key)).toEqual([null, null]);
    const born = new Map([pupil('a', 'Ava Holt', { dateOfBirth: '2016-01-01' })]);
    expect(matchRoll(roll, born).map(({ key }) => key)).toEqual([null, 'a']);
  });

  it('prefers UPN, and never joins a name whose UPN or birth date contradicts', () => {
    const roll = [makeRollEntry('Ava Holt-Smith', '2025-26', { upn: 'A1' })];
    expect(matchRoll(roll, new Map([pupil('a', 'Ava Holt', { upn: 'A1' })]))[0]?.key).toBe('a');
    const other = [makeRollEntry('Ava Holt', '2025-26', { upn: 'B2' })];
    expect(matchRoll(other, new Map([pupil('a', 'Ava Holt', { upn: 'A1' })]))[0]?.key).toBeNull();
    const born = [makeRollEntry('Ava Holt', '2025-26', { dateOfBirth: '2016-01-01' })];
    const younger = new Map([pupil('a', 'Ava Holt', { dateOfBirth: '2017-01-01' })]);
    expect(matchRoll(born, younger)[0]?.key).toBeNull();
  });
});
