import { describe, expect, test } from 'vitest';
import { joinRollRows } from '../../src/import/join-roll-rows.ts';
import type { RollEntry } from '../../src/incident/roll.ts';

function entry(rest: Partial<RollEntry>): RollEntry {
  return {
    name: 'Ann Lee',
    upn: 'A123456789012',
    dateOfBirth: null,
    academicYear: '2025-26',
    yearGroup: 'Year 3',
    className: 'Owls',
    gender: null,
    sen: null,
    pupilPremium: null,
    ethnicity: null,
    eal: null,
    lookedAfter: null,
    start: null,
    end: null,
    ...rest,
  };
}

describe('a pupil in two rows of the roll', () => {
  test.each([
    ['two classes', [{}, { className: 'Maths set 2' }]],
    ['two classes, the name spelt otherwise', [{}, { className: 'Set 2', name: 'LEE, Ann Marie' }]],
    [
      'two classes, told by name and birth',
      [
        { upn: null, dateOfBirth: '2017-03-01' },
        { upn: null, dateOfBirth: '2017-03-01', className: 'Set 2' },
      ],
    ],
    ['a class of the spring within the year', [{}, { className: 'Set 2', start: '2026-01-05' }]],
  ])('is one: %s', (_, rows) => {
    const joined = joinRollRows(rows.map(entry));
    expect(joined).toHaveLength(1);
    expect(joined[0]).toMatchObject({ className: 'Owls', isRepeated: true });
  });

  test('knows what either row knows, for the days of both', () => {
    const [one] = joinRollRows([
      entry({ sen: null, start: '2025-09-01', end: '2025-12-19' }),
      entry({ sen: 'EHCP', className: 'Set 2', start: '2025-10-01', end: '2026-03-27' }),
    ]);
    expect(one).toMatchObject({ sen: 'EHCP', className: 'Owls', start: '2025-09-01', end: '2026-03-27' });
  });

  test('listed in the same words is one and nothing to tell', () => {
    expect(joinRollRows([entry({}), entry({})])).toEqual([entry({})]);
  });

  test.each([
    ['two years', [{}, { academicYear: '2024-25' }]],
    ['one class after the other', [{ end: '2025-12-19' }, { className: 'Larks', start: '2026-01-05' }]],
    ['two of one name without a number', [{ upn: null }, { upn: null, className: 'Larks' }]],
    [
      'two of one name born on two days',
      [
        { upn: null, dateOfBirth: '2017-03-01' },
        { upn: null, dateOfBirth: '2017-04-01' },
      ],
    ],
    ['one number beside two names', [{}, { name: 'Tom Hill', className: 'Larks' }]],
  ])('is two: %s', (_, rows) => {
    const joined = joinRollRows(rows.map(entry));
    expect(joined).toHaveLength(2);
    expect(joined.some(({ isRepeated }) => isRepeated)).toBe(false);
  });
});
