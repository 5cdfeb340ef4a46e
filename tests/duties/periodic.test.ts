import { describe, expect, it } from 'vitest';
import { assumeCalendar } from '../../src/calendar/assume-calendar.ts';
import { checkDuties } from '../../src/duties/check-duties.ts';
import { createActsReader } from '../../src/duties/read-acts.ts';
import type { LabelledIncident } from '../../src/incident/labelled-incident.ts';
import type { RollEntry } from '../../src/incident/roll.ts';
import type { DutyRule } from '../../src/policy/duty-rule.ts';
import { loadProfile } from '../../src/policy/load-profile.ts';
import { makeLabelled } from '../helpers/make-labelled.ts';

const national = await loadProfile('national', '/');
const { calendar } = assumeCalendar('england', '2025-09-01', '2026-07-31');
const pupils = new Map([
  ['p1', { key: 'p1', name: 'Ada Penn', label: 'Ada Penn', upn: null, dateOfBirth: null }],
]);

function run(
  rule: DutyRule,
  labelled: readonly LabelledIncident[],
  rest: { readonly asAt?: string; readonly roll?: readonly RollEntry[] } = {},
) {
  const profile = { ...national, duties: [rule] };
  const read = createActsReader(pupils, calendar, profile);
  return checkDuties({
    profile,
    acts: labelled.map(({ incident }) => read(incident)),
    thresholds: national.thresholds,
    nation: 'england',
    labelled,
    pupils,
    categoryMap: { find: () => null },
    calendar,
    asAt: rest.asAt ?? '2026-08-01',
    roll: rest.roll ?? null,
    plans: null,
    racistLog: null,
    exclusions: null,
    span: null,
  }).rows;
}

const record = (date: string, action = '', codes: readonly string[] = []) =>
  makeLabelled(codes, { id: date, date, recordedDate: date, action });

describe('checkPeriodic', () => {
  const rule: DutyRule = {
    id: 'P',
    title: 'Once each half-term',
    check: 'periodic',
    every: 'half_term',
    when: [],
    needs: [{ any: ['weekly_award'] }, { any: ['head_award'], in_part: 6 }],
  };

  it('asks of each part of the year that holds a record, and of the last one more', () => {
    const rows = run(rule, [
      record('2025-10-01', 'Friday award given.'),
      record('2025-11-12', 'Spoken to.'),
      record('2026-06-10', 'Star of the week.'),
    ]);
    expect(rows.map(({ status, due }) => [status, due])).toEqual([
      ['met', '2025-10-24'],
      ['not_evidenced', '2025-12-19'],
      ['not_evidenced', '2026-07-22'],
    ]);
    expect(rows[2]?.message).toContain("the headteacher's award (not shown)");
  });

  it('counts a holiday with the part before it, and says when a part is not over', () => {
    const [row, ...others] = run(rule, [record('2025-10-28', 'Spoken to.')], { asAt: '2025-10-20' });
    expect(others).toEqual([]);
    expect(row).toMatchObject({ status: 'not_evidenced', incident_id: null, pupils: [] });
    expect(row?.message).toMatch(/^2025-26 Autumn 1: 1 record\. .* It ends on 24 October 2025\.$/);
  });

  it('is silent of parts without a record that it is about', () => {
    const about: DutyRule = { ...rule, every: 'term', when: ['bullying'] };
    expect(run(about, [record('2025-10-01', 'Friday award.')])).toEqual([]);
    const rows = run(about, [record('2025-10-01', '', ['bullying']), record('2025-12-01', 'Friday award.')]);
    expect(rows.map(({ status }) => status)).toEqual(['met']);
    expect(rows[0]?.message).toContain('1 record of Bullying');
  });
});

describe('checkRaisedMonth', () => {
  const rule: DutyRule = {
    id: 'M',
    title: 'November',
    check: 'raised_month',
    month: 11,
    when: ['bullying'],
    question: 'More reported, or more happened?',
    needs: [{ any: ['awareness_week'] }],
  };
  const bullying = (date: string, action = '') => record(date, action, ['bullying']);

  it('asks where the month had more a school week than the rest of its term', () => {
    const rows = run(rule, [
      record('2025-09-01'),
      bullying('2025-11-11'),
      bullying('2025-11-12'),
      record('2025-12-19'),
    ]);
    expect(rows).toMatchObject([{ status: 'not_evidenced', due: '2025-11-28' }]);
    // 20 school days of November and 54 others: two records are 0.5 a week.
    expect(rows[0]?.message).toBe(
      '2025-11: 2 records, 0.5 a school week; 0.0 in the rest of the term. More reported, or more happened?',
    );
  });

  it('has nothing to ask where it had no more, or where a record names the reason', () => {
    const even = [
      bullying('2025-10-01'),
      bullying('2025-10-02'),
      bullying('2025-10-03'),
      bullying('2025-11-28'),
    ];
    expect(run(rule, even).map(({ status }) => status)).toEqual(['not_applicable']);
    expect(run(rule, [bullying('2025-10-01')])).toEqual([]);
    expect(
      run(rule, [bullying('2025-10-01'), bullying('2025-11-12', 'Told us in Anti-Bullying Week.')]).map(
        ({ status }) => status,
      ),
    ).toEqual(['met']);
  });
});

describe('what the roll says of a pupil', () => {
  const entry: RollEntry = {
    name: 'Ada Penn',
    upn: null,
    dateOfBirth: null,
    academicYear: '2025-26',
    yearGroup: null,
    className: null,
    gender: null,
    sen: 'N',
    pupilPremium: 'N',
    ethnicity: 'White British',
    eal: 'No',
    lookedAfter: null,
    start: '2025-09-02',
    end: null,
  };
  const holds = (code: string, over: Partial<RollEntry>, date = '2026-01-14') =>
    run(
      { id: 'R', title: 'Roll', check: 'follow_ups', when: [], all: [code], needs: [{ any: ['dsl_told'] }] },
      [record(date)],
      {
        roll: [{ ...entry, ...over }],
      },
    ).length > 0;

  it.each([
    ['roll.eal', { eal: 'Y' }],
    ['roll.pupil_premium', { pupilPremium: 'Yes' }],
    ['roll.minority_ethnic', { ethnicity: 'White - Gypsy/Roma' }],
    ['roll.joined_in_year', { start: '2026-01-05' }],
    ['roll.sen', { sen: 'K' }],
  ] as const)('gives %s, and not where it does not hold', (code, over) => {
    expect(holds(code, over)).toBe(true);
    expect(holds(code, {})).toBe(false);
  });

  it('takes no start of a school year, and no start long ago, for a move within it', () => {
    expect(holds('roll.joined_in_year', { start: '2025-07-16' })).toBe(false);
    expect(holds('roll.joined_in_year', { start: '2024-11-04' })).toBe(false);
    expect(holds('roll.joined_in_year', { start: '2026-02-02' })).toBe(false);
    for (const ethnicity of ['', 'WBRI', 'Refused', 'Not yet obtained'])
      expect(holds('roll.minority_ethnic', { ethnicity })).toBe(false);
  });
});
