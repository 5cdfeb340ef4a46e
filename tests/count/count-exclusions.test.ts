import { describe, expect, it } from 'vitest';
import { assumeCalendar } from '../../src/calendar/assume-calendar.ts';
import { countExclusions } from '../../src/count/count-exclusions.ts';
import type { ListedExclusion } from '../../src/incident/exclusion-list.ts';
import type { LabelledIncident } from '../../src/incident/labelled-incident.ts';
import { makeInvolvement, makeLabelled } from '../helpers/make-labelled.ts';

const { calendar } = assumeCalendar('england', '2025-09-01', '2026-07-01');
const SUMMER = { from: '2026-04-13', to: '2026-07-21' };

const record = (
  id: string,
  date: string,
  pupil: string,
  codes: readonly string[],
  action = '',
): LabelledIncident =>
  makeLabelled([...codes], { id, key: id, date, action, involvements: [makeInvolvement(pupil)] });

const labelled = [
  record('1', '2026-02-10', 'p1', ['exclusion.suspension', 'fighting'], 'Suspended for 2 days.'),
  record(
    '2',
    '2026-05-10',
    'p1',
    ['exclusion.suspension', 'staff.physical'],
    'Suspended for three school days.',
  ),
  record('3', '2026-06-10', 'p1', ['exclusion.suspension'], 'Letter home.'),
  record('4', '2026-06-11', 'p2', ['exclusion.suspension', 'disruption'], 'Half a day suspension given.'),
  record('5', '2026-06-12', 'p3', ['exclusion.permanent', 'weapon']),
  record('6', '2026-06-13', 'p3', ['exclusion.internal']),
];

describe('countExclusions', () => {
  it('counts those of the period by reason, length, turn in the school year and ground', () => {
    const counted = countExclusions(labelled, null, new Map(), SUMMER, calendar);
    expect(counted).toMatchObject({
      source: 'records',
      suspensions: 3,
      permanent: 1,
      internal: 1,
      pupils: 2,
      pupils_again: 1,
      days: 3.5,
      days_known: 2,
    });
    expect(counted.cells).toEqual([
      { type: 'permanent', reason: 'OW', length: 'not_recorded', turn: 'first', purpose: 'harm', count: 1 },
      {
        type: 'suspension',
        reason: 'DB',
        length: 'half_day',
        turn: 'first',
        purpose: 'no_harm_recorded',
        count: 1,
      },
      { type: 'suspension', reason: 'PA', length: 'two_to_five', turn: 'second', purpose: 'harm', count: 1 },
      {
        type: 'suspension',
        reason: 'not_stated',
        length: 'not_recorded',
        turn: 'third_or_later',
        purpose: 'not_stated',
        count: 1,
      },
    ]);
    const sum = counted.cells.reduce((total, { count }) => total + count, 0);
    expect(sum).toBe(counted.suspensions + counted.permanent);
  });

  it('puts half days over a whole one with the longer lengths', () => {
    const lengthOf = (action: string): string | undefined =>
      countExclusions(
        [record('1', '2026-06-11', 'p1', ['exclusion.suspension'], action)],
        null,
        new Map(),
        SUMMER,
        calendar,
      ).cells[0]?.length;
    expect(lengthOf('Suspended for 1 day.')).toBe('one');
    expect(lengthOf('Suspended for 1.5 days.')).toBe('two_to_five');
    expect(lengthOf('Suspended for 5.5 days.')).toBe('over_five');
  });

  it("takes a second system's list when there is one, by code, by words or by its incident", () => {
    const listed = (
      start: string,
      reason: string,
      days: number | null = 1,
      incidentId: string | null = null,
    ): ListedExclusion => ({
      line: 2,
      upn: null,
      type: '',
      name: 'Lee, Ann',
      start,
      days,
      reason,
      incidentId,
    });
    const counted = countExclusions(
      labelled,
      [
        listed('2025-10-01', 'PP'),
        listed('2026-05-01', 'VA - verbal abuse', 6),
        listed('2026-05-10', '', null, '2'),
        listed('2026-07-01', 'Permanent exclusion: persistent disruption', null),
      ],
      new Map(),
      SUMMER,
      calendar,
    );
    expect(counted).toMatchObject({ source: 'list', suspensions: 2, permanent: 1, internal: 1, pupils: 1 });
    expect(counted.cells.map(({ reason, length, turn }) => `${reason} ${length} ${turn}`)).toEqual([
      'DB not_recorded third_or_later',
      'PA not_recorded third_or_later',
      'VA over_five second',
    ]);
  });
});
