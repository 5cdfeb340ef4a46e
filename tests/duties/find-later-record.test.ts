import { describe, expect, it } from 'vitest';
import { assumeCalendar } from '../../src/calendar/assume-calendar.ts';
import { checkDuties } from '../../src/duties/check-duties.ts';
import { createActsReader } from '../../src/duties/read-acts.ts';
import type { LabelledIncident } from '../../src/incident/labelled-incident.ts';
import type { DutyNeed } from '../../src/policy/duty-rule.ts';
import { loadProfile } from '../../src/policy/load-profile.ts';
import { makeInvolvement, makeLabelled } from '../helpers/make-labelled.ts';

const national = await loadProfile('national', '/');
const { calendar } = assumeCalendar('england', '2026-01-01', '2026-07-01');
const pupils = new Map(
  ['Ada Penn', 'Bo Ray'].map((name, at) => [
    `p${at + 1}`,
    { key: `p${at + 1}`, name, label: name, upn: null, dateOfBirth: null },
  ]),
);
let records = 0;

function write(date: string, action: string, codes: readonly string[] = [], pupil = 'p1') {
  return makeLabelled(codes, {
    id: String(++records),
    date,
    recordedDate: date,
    action,
    involvements: [makeInvolvement(pupil)],
  });
}

const suspend = (date: string, pupil = 'p1') =>
  write(date, 'Suspended for 1 day.', ['exclusion.suspension'], pupil);

/** What is said of the first record: its status and the day on which it was done. */
function check(labelled: readonly LabelledIncident[], need: Partial<DutyNeed> = {}) {
  const rule = {
    id: 'D1',
    title: 'A reintegration meeting follows',
    check: 'follow_ups',
    when: ['exclusion.suspension'],
    needs: [{ any: ['reintegration'], or_later: true, ...need }],
  } as const;
  const profile = { ...national, duties: [rule] };
  const read = createActsReader(pupils, calendar, profile);
  const { rows } = checkDuties({
    profile,
    acts: labelled.map(({ incident }) => read(incident)),
    thresholds: profile.thresholds,
    nation: 'england',
    labelled,
    pupils,
    categoryMap: { find: () => null },
    calendar,
    asAt: '2026-06-01',
    roll: null,
    plans: null,
    racistLog: null,
    exclusions: null,
    span: null,
  });
  const row = rows.find(({ incident_id }) => incident_id === labelled[0]?.incident.id);
  return [row?.status, row?.done];
}

const MEETING = 'Reintegration meeting held with mum.';

describe('a follow-up that has a record of its own', () => {
  it('is found in a later record of the same pupil', () => {
    expect(check([suspend('2026-03-02'), write('2026-03-04', MEETING)])).toEqual(['met', '2026-03-04']);
  });

  it('is not found where the duty does not look there', () => {
    const both = [suspend('2026-03-02'), write('2026-03-04', MEETING)];
    expect(check(both, { or_later: false })[0]).toBe('not_evidenced');
  });

  it.each([
    ['of another pupil', [suspend('2026-03-02'), write('2026-03-04', MEETING, [], 'p2')]],
    ['of the day before', [suspend('2026-03-05'), write('2026-03-04', MEETING)]],
    [
      'behind the next exclusion',
      [suspend('2026-03-02'), suspend('2026-03-10'), write('2026-03-12', MEETING)],
    ],
    ['a term later', [suspend('2026-03-02'), write('2026-05-04', MEETING)]],
    ['that plans it', [suspend('2026-03-02'), write('2026-03-04', 'Reintegration meeting to be arranged.')]],
    ['that denies it', [suspend('2026-03-02'), write('2026-03-04', 'Reintegration meeting was not held.')]],
  ])('is not found in a record %s', (_, labelled) => {
    expect(check(labelled)[0]).toBe('not_evidenced');
  });

  it('is late where its day has passed', () => {
    const first = write('2026-03-02', 'Suspended for 1 day. Returned 04/03/2026.', ['exclusion.suspension']);
    const late = [first, write('2026-03-09', MEETING)];
    expect(check(late, { by: ['returned'] })).toEqual(['not_met', '2026-03-09']);
  });

  it('stays denied where the record itself denies it', () => {
    const first = write('2026-03-02', 'Suspended. No reintegration meeting held.', ['exclusion.suspension']);
    expect(check([first, write('2026-03-04', MEETING)])[0]).toBe('not_met');
  });
});
