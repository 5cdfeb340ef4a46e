import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assumeCalendar } from '../../src/calendar/assume-calendar.ts';
import { checkDuties } from '../../src/duties/check-duties.ts';
import { createActsReader } from '../../src/duties/read-acts.ts';
import { type StandingInput, standDuties } from '../../src/duties/stand-duties.ts';
import { BUILT_IN_PROFILES } from '../../src/policy/built-in-profiles.ts';
import { buildCategoryMap } from '../../src/policy/category-map.ts';
import { loadProfile } from '../../src/policy/load-profile.ts';
import { makeInvolvement, makeLabelled } from '../helpers/make-labelled.ts';

const { calendar } = assumeCalendar('england', '2025-09-01', '2026-07-01');
const profiles = await Promise.all([...BUILT_IN_PROFILES.keys()].map((name) => loadProfile(name, '/')));
const pupils = new Map(
  ['p1', 'p2', 'p3'].map((key) => [key, { key, name: key, label: key, upn: null, dateOfBirth: null }]),
);

const CODES = [
  'positive_handling',
  'bullying',
  'bullying.verbal',
  'prejudice.racist',
  'exclusion.suspension',
  'staff.physical',
  'child_on_child',
  'disruption',
];
const ACTIONS = [
  '',
  'Mum told. DSL informed.',
  'Governors and LA told.',
  'Collected by dad to calm.',
  'Restorative chat. Stage 2.',
];

const record = fc.record({
  codes: fc.uniqueArray(fc.constantFrom(...CODES), { maxLength: 3 }),
  date: fc.constantFrom('2025-10-01', '2026-03-02', '2026-05-05', '2026-05-20'),
  action: fc.constantFrom(...ACTIONS),
  pupil: fc.constantFrom('p1', 'p2', 'p3'),
});

describe('standDuties', () => {
  it.each(profiles.map((profile) => [profile.name, profile] as const))(
    'counts as check does, whatever it leaves unread: %s',
    (_, profile) => {
      fc.assert(
        fc.property(fc.array(record, { minLength: 6, maxLength: 16 }), (records) => {
          const labelled = records
            .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
            .map(({ codes, date, action, pupil }, at) =>
              makeLabelled(codes, {
                id: String(at),
                date,
                recordedDate: date,
                action,
                involvements: [makeInvolvement(pupil)],
              }),
            );
          const input: StandingInput = {
            profile,
            thresholds: profile.thresholds,
            nation: profile.nation,
            labelled,
            pupils,
            categoryMap: buildCategoryMap([]),
            calendar,
            asAt: '2026-06-01',
            roll: null,
            plans: null,
            racistLog: null,
            exclusions: null,
            span: ['2026-05-01', '2026-05-31'],
          };
          const read = createActsReader(pupils, calendar, profile);
          const acts = labelled.map(({ incident }) => read(incident));
          const whole = checkDuties({ ...input, acts }).summary;
          const stood = standDuties(input, null);
          expect(stood.map(({ codes: _codes, ...rest }) => rest)).toEqual(
            whole.map(({ policy: _policy, ...rest }) => rest),
          );
          const about = standDuties(input, ['exclusion']);
          expect(stood).toEqual(expect.arrayContaining([...about]));
          expect(about.every(({ codes }) => codes.some((code) => code.startsWith('exclusion')))).toBe(true);
        }),
        { numRuns: 3 },
      );
    },
  );
});
