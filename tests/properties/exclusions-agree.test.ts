import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assumeCalendar } from '../../src/calendar/assume-calendar.ts';
import { countExclusions } from '../../src/count/count-exclusions.ts';
import { countForce } from '../../src/count/count-force.ts';
import { listExclusions } from '../../src/duties/list-exclusions.ts';
import { listForce } from '../../src/duties/list-force.ts';
import type { ListedExclusion } from '../../src/incident/exclusion-list.ts';
import type { Pupil } from '../../src/incident/incident.ts';
import { makeInvolvement, makeLabelled } from '../helpers/make-labelled.ts';

const { calendar } = assumeCalendar('england', '2025-09-01', '2026-07-01');
const SPRING = { from: '2026-01-05', to: '2026-03-27' };
const span = [SPRING.from, SPRING.to] as const;

/** The third and the fourth are namesakes: told apart by their numbers or by the incident alone. */
const PUPILS: readonly Pupil[] = ['Ada Penn', 'Ben Reed', 'Bo Ray', 'Bo Ray'].map((name, at) => ({
  key: `p${at}`,
  name,
  label: at === 3 ? `${name} (B)` : name,
  upn: `U${at}`,
  dateOfBirth: null,
}));
const pupils = new Map(PUPILS.map((pupil) => [pupil.key, pupil]));

const date = fc
  .integer({ min: 0, max: 150 })
  .map((days) => new Date(Date.UTC(2025, 10, 1 + days)).toISOString().slice(0, 10));
const involvement = fc.record({
  pupil: fc.constantFrom(...pupils.keys()),
  role: fc.constantFrom('unknown' as const, 'harming' as const, 'harmed' as const, 'witness' as const),
  origin: fc.constantFrom('row' as const, 'linked' as const),
});
const record = fc.record({
  codes: fc.subarray([
    'exclusion.suspension',
    'exclusion.permanent',
    'exclusion.internal',
    'positive_handling',
    'damage',
  ]),
  date,
  kind: fc.constantFrom('behaviour' as const, 'behaviour' as const, 'safeguarding' as const),
  action: fc.constantFrom(
    'FTE for 3 days',
    'Suspended for fifteen school days',
    'Suspended for two and a half days (PP).',
    'Excluded until Monday',
    'Internally excluded for 2 days',
    'Permanently excluded: third suspension of 2 days',
    '',
  ),
  involvements: fc.array(involvement, { minLength: 1, maxLength: 3 }),
});
const records = fc.array(record, { maxLength: 12 }).map((all) =>
  all.map(({ codes, involvements, ...rest }, at) =>
    makeLabelled(codes, {
      id: String(at),
      ...rest,
      involvements: involvements.map(({ pupil, ...part }) => makeInvolvement(pupil, part)),
    }),
  ),
);
const row = fc.record({
  pupil: fc.constantFrom(...PUPILS),
  start: date,
  days: fc.constantFrom(null, 0.5, 1, 2.5, 15),
  incidentId: fc.constantFrom(null, '0', '1', '2'),
  type: fc.constantFrom('', 'FIXD', 'PERM', 'Internal'),
  reason: fc.constantFrom('', 'PP', 'X49', 'PEX', 'FTE for 3 days', 'Persistent disruption; damage'),
});
const list = fc.option(
  fc.array(row, { maxLength: 8 }).map((rows) =>
    rows.map(
      ({ pupil, ...rest }, at): ListedExclusion => ({
        line: at + 2,
        name: pupil.name,
        upn: pupil.upn,
        ...rest,
      }),
    ),
  ),
);

describe('exclusions counted and listed', () => {
  it('agree on number, days, pupils and reasons', () => {
    fc.assert(
      fc.property(records, list, (labelled, exclusions) => {
        const counted = countExclusions(labelled, exclusions, pupils, SPRING, calendar);
        const { cases } = listExclusions({ labelled, pupils, calendar, span, exclusions });
        const own = cases.filter(
          ({ source }) => source === (exclusions === null ? 'export' : 'second_system'),
        );
        const suspended = own.filter(({ kind }) => kind === 'suspension');
        const known = suspended.flatMap(({ days }) => days ?? []);
        expect(counted).toMatchObject({
          suspensions: suspended.length,
          permanent: own.filter(({ kind }) => kind === 'permanent').length,
          internal: cases.filter(({ kind, source }) => kind === 'internal' && source === 'export').length,
          pupils: new Set(suspended.flatMap((each) => each.pupils)).size,
          days: known.reduce((sum, days) => sum + days, 0),
          days_known: known.length,
        });
        const main = own
          .filter(({ kind }) => kind !== 'internal')
          .map(({ reasons }) => reasons[0] ?? 'not_stated');
        expect(
          counted.cells.flatMap(({ reason, count }) => Array<string>(count).fill(reason)).sort(),
        ).toEqual(main.sort());
      }),
    );
  });
});

describe('force counted and listed', () => {
  it('agree on number and pupils', () => {
    fc.assert(
      fc.property(records, (labelled) => {
        const counted = countForce(labelled, SPRING);
        const cases = listForce({
          labelled,
          pupils,
          roll: null,
          calendar,
          span,
          slotOf: () => '',
          mask: (text) => text,
        });
        const times = countTimes(cases.flatMap((each) => each.pupils));
        expect(counted).toMatchObject({
          incidents: cases.length,
          pupils: times.length,
          pupils_again: times.filter((count) => count > 1).length,
        });
      }),
    );
  });
});

function countTimes(names: readonly string[]): number[] {
  return [...new Set(names)].map((name) => names.filter((other) => other === name).length);
}
