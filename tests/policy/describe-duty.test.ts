import { expect, it } from 'vitest';
import { describeDuty } from '../../src/policy/describe-duty.ts';

it('says a duty in plain lines', () => {
  expect(
    describeDuty({
      id: 'X',
      title: 'X',
      check: 'follow_ups',
      when: ['bullying'],
      all: ['weapon|theft'],
      unless: ['fighting'],
      begins: '2026-04-01',
      nations: ['england', 'wales'],
      barred: ['mediation'],
      limit: 5,
      threshold: 'persistent_records',
      tags: ['bullying'],
      needs: [
        { any: ['response.parent_contact'], say: 'parents told', of: 'both', within: 2, days: 'working' },
        { any: ['dsl_told'], within: 0 },
        { any: ['letter_sent'], within: 1, days: 'calendar', if: ['weapon'], on_repeat: true },
      ],
    }),
  ).toEqual([
    'for: Bullying (all); with Weapon or Theft; but not Fighting',
    'from: 2026-04-01',
    'in: England, Wales',
    'asks: parents told (both families) within 2 working days',
    'asks: safeguarding lead told on the day of the incident',
    'asks: letter sent within 1 day (where the record shows Weapon) (from the second record on)',
    'tags: Bullying (all)',
    'bars: mediation',
    'at most 5 days',
    'counts by: persistent_records',
  ]);
});

it.each([
  [0, 'on the day, or the next school day'],
  [2, 'within 2 school days'],
])('says of %i school days allowed when a record is due', (limit, said) => {
  expect(describeDuty({ id: 'X', title: 'X', check: 'recorded_same_day', when: [], limit })).toEqual([said]);
});

it('says whom a support is for', () => {
  const needs = [{ any: ['support_given'], say: 'support', to: 'harming' as const }];
  expect(describeDuty({ id: 'X', title: 'X', check: 'follow_ups', when: [], needs })).toEqual([
    'asks: support (for the one who did harm)',
  ]);
});

it('says nothing more of a check that needs nothing more', () => {
  expect(describeDuty({ id: 'X', title: 'X', check: 'plan_log', when: [], recorded: ['bullying'] })).toEqual([
    'for: records under Bullying (all)',
  ]);
});
