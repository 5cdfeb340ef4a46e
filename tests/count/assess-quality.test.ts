import { describe, expect, it } from 'vitest';
import { assessQuality } from '../../src/count/assess-quality.ts';
import { summariseImport } from '../../src/count/summarise-import.ts';
import { summarisePupils } from '../../src/count/summarise-pupils.ts';
import type { FileAudit } from '../../src/incident/import-audit.ts';
import { makeInvolvement, makeLabelled } from '../helpers/make-labelled.ts';
import { CALENDAR, PERIODS, PUPILS, ROLL } from './sample-record.ts';

const { period } = PERIODS;
const audit = (rest: Partial<FileAudit>): FileAudit => ({
  file: 'a.csv',
  encoding: 'utf-8',
  bom: false,
  delimiter: ',',
  headerLine: 1,
  layout: 'cpoms',
  layoutReason: '',
  columns: {},
  unmappedColumns: [],
  headers: [],
  dateOrder: 'dmy',
  nonDataRows: { title: 0, blank: 0, repeatedHeader: 0, footer: 0 },
  dataRecords: 10,
  acceptedRows: 8,
  rejectedRows: 2,
  problems: [],
  mergedRows: { exactDuplicate: 1, linkedPupil: 1, superseded: 1 },
  distinctIncidents: 5,
  distinctPupils: 4,
  dateRange: null,
  kinds: { behaviour: 4, positive: 1, safeguarding: 0, accident: 0, uncategorised: 0 },
  defaultBehaviourIncidents: 4,
  categories: {},
  unmappedCategories: { Odd: 3, Rare: 1 },
  incidentsPerPupil: {},
  warnings: ['w'],
  ...rest,
});

describe('assessQuality', () => {
  it('counts lateness in school days, so a weekend is not late', () => {
    const entered = (date: string, recordedDate: string, id: string) =>
      makeLabelled([], { id, key: id, date, recordedDate });
    const quality = assessQuality(
      [
        entered('2026-05-01', '2026-05-01', 'same day'),
        entered(
          '2026-05-01',
          '2026-05-05',
          'Friday to the Tuesday after a bank holiday Monday: one school day',
        ),
        entered('2026-05-05', '2026-05-07', 'two school days'),
        makeLabelled([], { id: 'x', key: 'x', date: '2026-05-06', categories: [] }),
      ],
      CALENDAR,
      period,
      [],
      null,
    );
    expect(quality).toMatchObject({
      incidents: 4,
      with_recorded_date: 3,
      same_day: 1,
      late: 1,
      with_category: 3,
      with_time: 0,
      with_place: 0,
      with_narrative: 0,
      with_action: 0,
      to_review: 0,
      pupils_not_on_roll: null,
    });
    expect(quality.days_without_entries).toBe(quality.school_days - 3);
  });

  it('finds the longest run of quiet school days, over a holiday too, and none under five days', () => {
    const on = (date: string) => makeLabelled([], { id: date, key: date, date });
    const days = CALENDAR.schoolDays.filter((date) => date >= period.from && date <= period.to);
    const gap = new Set(days.slice(28, 35));
    const quality = (skip: ReadonlySet<string>) =>
      assessQuality(days.filter((date) => !skip.has(date)).map(on), CALENDAR, period, [], 0);
    expect(quality(gap).longest_gap).toEqual({ from: days[28], to: days[34], school_days: 7 });
    expect(quality(new Set(days.slice(3, 7))).longest_gap).toBeNull();
    const positive = makeLabelled([], { id: 'p', key: 'p', kind: 'positive', date: days[31] ?? '' });
    const told = assessQuality(
      [...days.filter((date) => !gap.has(date)).map(on), positive],
      CALENDAR,
      period,
      [],
      0,
    );
    expect([told.days_without_entries, told.longest_gap]).toEqual([6, null]);
  });

  it('adds up unmapped categories over files', () => {
    const { unmapped_categories } = assessQuality(
      [],
      CALENDAR,
      period,
      [audit({}), audit({ unmappedCategories: { Rare: 4 } })],
      3,
    );
    expect(Object.entries(unmapped_categories)).toEqual([
      ['Rare', 5],
      ['Odd', 3],
    ]);
  });
});

describe('summariseImport', () => {
  it('adds up what became of every row', () => {
    const rejected = {
      severity: 'rejected',
      code: 'missing_date',
      file: 'a',
      record: 1,
      line: 2,
      column: null,
      value: null,
      message: '',
      cells: [],
    } as const;
    const warned = { ...rejected, severity: 'warning', code: 'odd_time' } as const;
    const summary = summariseImport([audit({ problems: [rejected, warned] }), audit({})]);
    expect(summary).toMatchObject({
      data_records: 20,
      accepted_rows: 16,
      rejected_rows: 4,
      distinct_incidents: 10,
      warnings: ['w', 'w'],
    });
    expect(summary.rejected_by_code).toEqual({ missing_date: 1 });
    expect(summary.kinds).toEqual({
      behaviour: 8,
      positive: 2,
      safeguarding: 0,
      accident: 0,
      uncategorised: 0,
    });
    expect(summary.accepted_rows).toBe(
      summary.distinct_incidents + summary.exact_duplicate + summary.linked_pupil + summary.superseded,
    );
  });
});

describe('summarisePupils', () => {
  const input = { pupils: PUPILS, roll: null, period, previous: PERIODS.previous, lastYear: null };

  it('takes the class of a pupil who is only linked to others from the roll', () => {
    const linked = makeInvolvement('p2', { origin: 'linked', className: null, yearGroup: null });
    const own = makeInvolvement('p1', { className: '2 Oak', yearGroup: 'Year 2' });
    const labelled = [makeLabelled([], { date: '2026-06-02', involvements: [own, linked] })];
    const entry = ROLL.find(({ academicYear }) => academicYear === '2025-26');
    const roll = [...PUPILS.values()].flatMap((pupil) =>
      entry === undefined
        ? []
        : {
            ...entry,
            name: pupil.name,
            upn: pupil.upn,
            dateOfBirth: null,
            yearGroup: 'Year 3',
            className: '3 Elm',
          },
    );
    const placed = summarisePupils({ ...input, labelled, roll });
    expect(placed.map(({ class_name }) => class_name)).toEqual(['2 Oak', '3 Elm']);
    const without = summarisePupils({ ...input, labelled });
    expect(without.map(({ class_name }) => class_name)).toEqual(['2 Oak', null]);
  });

  it('has a row for each pupil of the period, with parts, class and last contact', () => {
    const on = (date: string, codes: string[], ...involvements: ReturnType<typeof makeInvolvement>[]) =>
      makeLabelled(codes, { id: date, key: date, date, involvements });
    const labelled = [
      on('2026-02-02', [], makeInvolvement('p1')),
      on('2026-04-20', ['response.parent_contact'], makeInvolvement('p1', { yearGroup: 'Year 2' })),
      on(
        '2026-06-02',
        [],
        makeInvolvement('p1', { className: '2 Oak', yearGroup: 'Year 2' }),
        makeInvolvement('p2', { role: 'harmed' }),
      ),
      on('2026-06-03', [], makeInvolvement('p2', { role: 'witness' })),
    ];
    const rows = summarisePupils({ ...input, labelled });
    expect(rows).toEqual([
      {
        pupil: 'Pupil Number1',
        year_group: 'Year 2',
        class_name: '2 Oak',
        incidents: 2,
        harmed: 0,
        previous: 1,
        last_year: null,
        last_incident: '2026-06-02',
        last_parent_contact: '2026-04-20',
      },
      expect.objectContaining({
        pupil: 'Pupil Number2',
        incidents: 0,
        harmed: 1,
        previous: 0,
        last_incident: '2026-06-03',
      }),
    ]);
  });
});
