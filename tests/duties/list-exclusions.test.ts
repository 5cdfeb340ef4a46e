import { describe, expect, it } from 'vitest';
import { assumeCalendar } from '../../src/calendar/assume-calendar.ts';
import { tabulateExclusions } from '../../src/count/tabulate-exclusions.ts';
import { findClosingDay } from '../../src/duties/find-closing-day.ts';
import { type ExclusionInput, listExclusions } from '../../src/duties/list-exclusions.ts';
import type { Incident } from '../../src/incident/incident.ts';
import { makeInvolvement, makeLabelled } from '../helpers/make-labelled.ts';

const { calendar } = assumeCalendar('england', '2025-09-01', '2026-07-01');
const pupils = new Map(
  [
    ['p1', 'Ada Penn'],
    ['p2', 'Ben Reed'],
  ].map(([key = '', name = '']) => [key, { key, name, label: name, upn: null, dateOfBirth: null }] as const),
);
const out = (id: string, action: string, rest: Partial<Incident> = {}) =>
  makeLabelled(['exclusion.suspension'], { id, action, ...rest });
const list = (labelled: ExclusionInput['labelled'], rest: Partial<ExclusionInput> = {}) =>
  listExclusions({
    labelled,
    pupils,
    calendar,
    span: ['2026-04-13', '2026-07-21'],
    exclusions: null,
    ...rest,
  });

describe('listExclusions', () => {
  it('gives days, reasons and what went before, where the record says so', () => {
    const { cases } = list([
      out('1', 'Suspended 3 days.', { date: '2026-02-03' }),
      out('2', 'Suspended 2 days (PP).'),
      makeLabelled(['exclusion.internal'], { id: '3' }),
      makeLabelled(['exclusion.permanent', 'response.parent_contact'], { id: '4', date: '2026-05-06' }),
      makeLabelled(['damage'], { id: '5' }),
    ]);
    expect(cases).toMatchObject([
      {
        reference: '2',
        kind: 'suspension',
        days: 2,
        reasons: ['PP'],
        before: 1,
        pupils: [expect.anything()],
      },
      { reference: '3', kind: 'internal', days: null },
      { reference: '4', kind: 'permanent', parents_told: true, before: 2 },
    ]);
  });

  it('is not before itself where a second list names it too, whatever its id', () => {
    const p1 = makeInvolvement('p1');
    const row = { upn: null, incidentId: null, type: '', reason: '', name: 'Ada Penn' };
    const { cases } = list([out('~a', 'Suspended 1 day.', { date: '2026-05-05', involvements: [p1] })], {
      exclusions: [
        { ...row, line: 2, start: '2026-05-05', days: 1 },
        { ...row, line: 10, start: '2026-05-05', days: 1 },
      ],
    });
    expect(cases.map(({ reference, before }) => [reference, before])).toEqual([
      ['~a', 0],
      ['line 2', 0],
      ['line 10', 1],
    ]);
  });

  it('counts what went before pupil by pupil, also on one day', () => {
    const p1 = makeInvolvement('p1');
    const { cases, again } = list([
      out('1', 'Suspended 1 day.', { date: '2026-05-05', involvements: [p1] }),
      out('2', 'Suspended 1 day.', { date: '2026-05-05', involvements: [p1, makeInvolvement('p2')] }),
    ]);
    expect(again).toEqual(['Ada Penn']);
    expect(cases.map(({ before }) => before)).toEqual([0, 1]);
  });

  it('does not take a record with two labels for two exclusions of a pupil', () => {
    const both = makeLabelled(['exclusion.suspension', 'exclusion.permanent'], { id: '1' });
    expect(list([both])).toMatchObject({
      again: [],
      cases: [
        { kind: 'permanent', before: 0 },
        { kind: 'suspension', before: 0 },
      ],
    });
  });

  it('reads the second system beside the export, and adds days up over it alone', () => {
    const entry = {
      line: 2,
      name: 'Penn, Ada',
      upn: null,
      type: '',
      start: '2026-05-05',
      days: 7,
      incidentId: null,
      reason: 'PP',
    };
    const { cases, limits, second_system } = list(
      [out('1', 'Suspended 6 days.', { involvements: [makeInvolvement('p1')] })],
      {
        exclusions: [
          entry,
          { ...entry, line: 3, name: 'No Body', reason: 'Permanent exclusion', days: null },
        ],
      },
    );
    expect(second_system).toBe(true);
    expect(cases.map(({ reference, pupils }) => [reference, pupils])).toEqual([
      ['1', ['Ada Penn']],
      ['line 2', ['Ada Penn']],
      ['line 3', ['No Body']],
    ]);
    expect(limits).toEqual([{ pupil: 'Ada Penn', limit: 'over_5_term', days: 7 }]);
  });

  it('says that 45 days are reached at 45, not at 44 and a half', () => {
    const limitsOf = (last: number) =>
      list([], {
        exclusions: [
          {
            line: 2,
            name: 'Ada Penn',
            upn: null,
            incidentId: null,
            type: '',
            reason: '',
            start: '2026-02-03',
            days: 44,
          },
          {
            line: 3,
            name: 'Ada Penn',
            upn: null,
            incidentId: null,
            type: '',
            reason: '',
            start: '2026-05-05',
            days: last,
          },
        ],
      }).limits.filter(({ limit }) => limit === 'at_45_year');
    expect(limitsOf(0.5)).toEqual([]);
    expect(limitsOf(1)).toEqual([{ pupil: 'Ada Penn', limit: 'at_45_year', days: 45 }]);
  });

  it('says which rows may be either of two namesakes, and adds their days up for neither', () => {
    const twins = ['p1', 'p2'].map((key) => {
      const label = `Bo Ray (${key})`;
      return [key, { key, name: 'Bo Ray', label, upn: null, dateOfBirth: null }] as const;
    });
    const row = {
      name: 'Bo Ray',
      upn: null,
      start: '2026-05-05',
      days: 4,
      incidentId: null,
      type: '',
      reason: '',
    };
    const { unclear, limits, again } = list([], {
      pupils: new Map(twins),
      exclusions: [
        { ...row, line: 2 },
        { ...row, line: 3, start: '2026-05-19' },
        { ...row, line: 4, start: '2026-02-03' },
      ],
    });
    expect({ unclear, limits, again }).toEqual({ unclear: ['line 2', 'line 3'], limits: [], again: [] });
  });

  it('asks about pupils who went home, but not where a suspension stands there or follows', () => {
    const home = { narrative: 'Mum was asked to collect him early to calm down.', action: '' };
    const p1 = [makeInvolvement('p1')];
    expect(list([makeLabelled(['disruption'], { id: '1', involvements: p1, ...home })]).sent_home).toEqual([
      '1',
    ]);
    expect(
      list([
        makeLabelled(['disruption'], { id: '1', involvements: p1, ...home }),
        out('2', 'Suspended 1 day.', { date: '2026-05-06', involvements: p1 }),
      ]).sent_home,
    ).toEqual([]);
    expect(list([makeLabelled(['disruption'], { narrative: 'Sat at home time.' })]).sent_home).toEqual([]);
    const usual = { narrative: 'Told mum when she collected him at the end of the day.', action: '' };
    expect(list([makeLabelled(['disruption'], { id: '1', involvements: p1, ...usual })]).sent_home).toEqual(
      [],
    );
  });
});

describe('tabulateExclusions', () => {
  it('has lengths that sum to the suspensions of the export', () => {
    const [length, reasons] = tabulateExclusions(
      list([out('1', 'Suspended 2 days (PP).'), out('2', 'Suspended 8 days (PP).'), out('3', 'Suspended.')]),
    );
    expect(length?.rows.map(({ count }) => count)).toEqual([1, 1, 1]);
    expect(length?.total).toBe(3);
    expect(reasons?.rows).toEqual([
      { name: 'Physical assault against a pupil (PP)', count: 2, pupils: 1, others: 1 },
    ]);
  });
});

describe('findClosingDay', () => {
  it.each([
    ['Spoken to both. Closed 12/05/2026.', '2026-05-12'],
    ['12/05/2026: case closed', '2026-05-12'],
    ['Will be closed 12/05/2026.', null],
    ['Closed. Met on 12/05/2026.', null],
    ['Closed 01/05/2026.', null],
    ['', null],
  ])('in %s', (action, day) => {
    expect(findClosingDay({ action, date: '2026-05-05' })).toBe(day);
  });
});
