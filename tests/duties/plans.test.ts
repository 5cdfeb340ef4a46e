import { describe, expect, it } from 'vitest';
import { assumeCalendar } from '../../src/calendar/assume-calendar.ts';
import { checkDuties } from '../../src/duties/check-duties.ts';
import { createActsReader } from '../../src/duties/read-acts.ts';
import type { Incident } from '../../src/incident/incident.ts';
import { buildCategoryMap } from '../../src/policy/category-map.ts';
import { loadProfile } from '../../src/policy/load-profile.ts';
import { makeLabelled } from '../helpers/make-labelled.ts';

const profile = await loadProfile('alvaston', '/');
const { calendar } = assumeCalendar('england', '2025-11-01', '2025-12-19');
const pupils = new Map([
  ['p1', { key: 'p1', name: 'Ada Penn', label: 'Ada Penn', upn: null, dateOfBirth: null }],
]);

function run(records: readonly Partial<Incident>[], asAt: string, name = 'Penn, Ada') {
  const plans = [
    { name, start: '2025-11-10', nextReview: '2025-11-28', targetBehaviours: ['spitting', 'meltdown'] },
  ];
  const labelled = records.map((one, at) =>
    makeLabelled(one.action === undefined ? [] : [one.action], {
      id: String(at),
      recordedDate: one.date ?? null,
      ...one,
    }),
  );
  const asked = { ...profile, duties: profile.duties.filter(({ id }) => ['ALV11', 'ALV12'].includes(id)) };
  const read = createActsReader(pupils, calendar, asked);
  return checkDuties({
    profile: asked,
    acts: labelled.map(({ incident }) => read(incident)),
    thresholds: profile.thresholds,
    nation: 'england',
    labelled,
    pupils,
    categoryMap: buildCategoryMap([]),
    calendar,
    asAt,
    roll: null,
    plans,
    racistLog: null,
    exclusions: null,
    span: null,
  });
}

describe('behaviour plans', () => {
  const records = [
    { date: '2025-11-03', narrative: 'Spat at a table.' },
    { date: '2025-11-12', narrative: 'Ada spat at a chair.' },
    { date: '2025-11-14', narrative: 'Weekly log: spitting x3, meltdown 1.' },
    { date: '2025-11-24', narrative: 'Weekly log for last week: spitting 2.' },
  ];

  it('asks for a log each school week that is over', () => {
    const { rows } = run(records, '2025-12-01');
    const weeks = rows
      .filter(({ duty }) => duty === 'ALV11')
      .map(({ status, due, done }) => [status, due, done]);
    expect(weeks).toEqual([
      ['met', '2025-11-14', '2025-11-14'],
      ['not_met', '2025-11-21', '2025-11-24'],
      ['not_met', '2025-11-28', null],
    ]);
    expect(rows.filter(({ duty }) => duty === 'ALV12')).toMatchObject([
      { status: 'not_met', due: '2025-11-28', pupils: ['Ada Penn'] },
    ]);
  });

  it('tallies by the log, else record by record, week by week', () => {
    const { tallies } = run(records, '2025-12-01');
    expect(tallies.filter(({ behaviour }) => behaviour === 'spitting')).toEqual([
      { pupil: 'Ada Penn', week: '2025-11-10', behaviour: 'spitting', count: 3 },
      { pupil: 'Ada Penn', week: '2025-11-17', behaviour: 'spitting', count: 2 },
      { pupil: 'Ada Penn', week: '2025-11-24', behaviour: 'spitting', count: 0 },
    ]);
  });

  it('counts incidents before and since the start', () => {
    expect(run(records, '2025-12-01').plans).toEqual([
      {
        pupil: 'Ada Penn',
        start: '2025-11-10',
        before: { incidents: 1, school_weeks: 1 },
        since: { incidents: 1, school_weeks: 3 },
      },
    ]);
  });

  it('finds serious aggression that was not entered on its day', () => {
    const late = {
      date: '2025-11-13',
      recordedDate: '2025-11-14',
      narrative: 'Hit a TA.',
      action: 'staff.physical',
    };
    const { rows } = run([{ ...records[2] }, late], '2025-11-15');
    expect(rows[0]).toMatchObject({ status: 'not_met', done: '2025-11-14' });
    expect(rows[0]?.message).toContain('entered after its day: 1');
  });

  it('names a pupil of the register whom the export does not know, and a review still to come', () => {
    const { rows } = run(records, '2025-11-15', 'Cai Rowe');
    expect(rows.map(({ duty, pupils: names, status }) => [duty, names, status])).toEqual([
      ['ALV11', ['Cai Rowe'], 'not_met'],
      ['ALV12', ['Cai Rowe'], 'met'],
    ]);
  });
});
