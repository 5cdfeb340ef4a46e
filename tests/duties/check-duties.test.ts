import { describe, expect, it } from 'vitest';
import { assumeCalendar } from '../../src/calendar/assume-calendar.ts';
import { checkDuties, type DutyInput } from '../../src/duties/check-duties.ts';
import { createActsReader } from '../../src/duties/read-acts.ts';
import type { ListedExclusion } from '../../src/incident/exclusion-list.ts';
import type { PupilRole } from '../../src/incident/incident.ts';
import type { LabelledIncident } from '../../src/incident/labelled-incident.ts';
import type { CategoryMap } from '../../src/policy/category-map.ts';
import type { DutyRule } from '../../src/policy/duty-rule.ts';
import { loadProfile } from '../../src/policy/load-profile.ts';
import { makeInvolvement, makeLabelled } from '../helpers/make-labelled.ts';

const MEANINGS: Readonly<Record<string, readonly string[]>> = {
  Bullying: ['bullying'],
  'Child on child': ['child_on_child'],
  'Physical aggression': ['child_on_child'],
  'Racist bullying': ['bullying.racial'],
};
const categoryMap: CategoryMap = {
  find: (path) => {
    const codes = MEANINGS[path];
    return codes ? { kind: 'behaviour', codes, nature: 'specific', matched: path } : null;
  },
};
const national = await loadProfile('national', '/');
const { calendar } = assumeCalendar('england', '2026-01-01', '2026-07-01');
const pupils = new Map([
  ['p1', { key: 'p1', name: 'Ada Penn', label: 'Ada Penn', upn: null, dateOfBirth: null }],
]);

function run(rule: DutyRule, labelled: readonly LabelledIncident[], rest: Partial<DutyInput> = {}) {
  return runProfile({ ...national, duties: [rule] }, labelled, rest);
}

function runProfile(
  profile: DutyInput['profile'],
  labelled: readonly LabelledIncident[],
  rest: Partial<DutyInput> = {},
) {
  const read = createActsReader(pupils, rest.calendar ?? calendar, profile);
  return checkDuties({
    profile,
    acts: labelled.map(({ incident }) => read(incident)),
    thresholds: profile.thresholds,
    nation: 'england',
    labelled,
    pupils,
    categoryMap,
    calendar,
    asAt: '2026-06-01',
    roll: null,
    plans: null,
    racistLog: null,
    exclusions: null,
    span: null,
    ...rest,
  });
}

const SAME_DAY: DutyRule = { id: 'D1', title: 'Logged daily', check: 'recorded_same_day', when: [] };

describe('the list of a second system', () => {
  const rule: DutyRule = {
    id: 'X',
    title: 'Both systems',
    check: 'exclusion_register',
    when: ['exclusion.suspension', 'exclusion.permanent'],
  };
  const namesake = (key: string, upn: string) =>
    [key, { key, name: 'Bo Ray', label: `Bo Ray (${upn})`, upn, dateOfBirth: null }] as const;
  const two = new Map([namesake('p1', 'U1'), namesake('p2', 'U2')]);
  const row: ListedExclusion = {
    line: 2,
    name: 'Ray, Bo',
    upn: 'U2',
    start: '2026-05-06',
    days: 1,
    incidentId: null,
    type: '',
    reason: '',
  };
  const statuses = (exclusions: readonly ListedExclusion[]) =>
    run(rule, [makeLabelled(['exclusion.suspension'])], { pupils: two, exclusions }).rows.map(
      ({ status, incident_id, pupils: named }) => [status, incident_id, named],
    );

  it('takes no namesake for the pupil', () => {
    expect(statuses([{ ...row, upn: 'U1' }])).toEqual([['met', '1', ['Bo Ray (U1)']]]);
    expect(statuses([row])).toEqual([
      ['not_met', '1', ['Bo Ray (U1)']],
      ['not_met', null, ['Bo Ray (U2)']],
    ]);
  });

  it('asks for no record of an internal exclusion, and takes either namesake where nothing tells', () => {
    expect(
      statuses([
        { ...row, upn: null },
        { ...row, type: 'Internal' },
      ]),
    ).toEqual([['met', '1', ['Bo Ray (U1)']]]);
  });
});

describe('the entry of another list', () => {
  const excluded: DutyRule = { id: 'X', title: 'Both', check: 'exclusion_register', when: ['exclusion'] };
  const racist: DutyRule = { id: 'R', title: 'Both logs', check: 'racist_log', when: ['racist'] };
  const on = (id: string, date: string) => {
    const one = makeLabelled(['exclusion', 'racist'], { id, date });
    return { ...one, incident: { ...one.incident, involvements: [makeInvolvement('p1')] } };
  };
  const row = (line: number, start: string, incidentId: string | null = null): ListedExclusion => ({
    line,
    name: 'Ada Penn',
    upn: null,
    start,
    days: 1,
    incidentId,
    type: '',
    reason: '',
  });
  const records = [on('X1', '2026-05-04'), on('X2', '2026-05-11')];
  const statuses = (exclusions: readonly ListedExclusion[]) =>
    run(excluded, records, { exclusions }).rows.map(({ status, incident_id }) => [incident_id, status]);

  it('belongs to the record of its day, not to an earlier one within reach', () => {
    expect(statuses([row(2, '2026-05-11')])).toEqual([
      ['X1', 'not_met'],
      ['X2', 'met'],
    ]);
  });

  it('belongs to the nearest record where none is of its day', () => {
    expect(statuses([row(2, '2026-05-12')])).toEqual([
      ['X1', 'not_met'],
      ['X2', 'met'],
    ]);
    expect(statuses([row(2, '2026-05-13'), row(3, '2026-05-05')]).map(([, status]) => status)).toEqual([
      'met',
      'met',
    ]);
  });

  it('belongs to the record whose id it bears before any of its day', () => {
    expect(statuses([row(2, '2026-05-11', 'X1')])).toEqual([
      ['X1', 'met'],
      ['X2', 'not_met'],
    ]);
  });

  it('is found so in the racist log too', () => {
    const racistLog = [
      {
        line: 2,
        date: '2026-05-05',
        incidentId: null,
        names: ['Ada Penn'],
        facts: 'A word',
        actions: 'Told',
      },
    ];
    const { rows } = run(racist, [on('R1', '2026-05-04'), on('R2', '2026-05-05')], { racistLog });
    expect(rows.map(({ incident_id, status }) => [incident_id, status])).toEqual([
      ['R1', 'not_met'],
      ['R2', 'met'],
    ]);
  });
});

describe('recorded on the same day', () => {
  it.each([
    ['2026-05-05', 'met'],
    ['2026-05-06', 'not_met'],
    [null, 'not_evidenced'],
  ])('entered %s is %s', (recordedDate, status) => {
    const [row] = run(SAME_DAY, [makeLabelled([], { recordedDate, assignedTo: 'Mrs Bell' })]).rows;
    expect(row).toMatchObject({ status, due: '2026-05-05', pupils: ['Ada Penn'], assigned_to: 'Mrs Bell' });
  });

  it('counts school days where the profile gives some', () => {
    const [row] = run({ ...SAME_DAY, limit: 1 }, [makeLabelled([], { recordedDate: '2026-05-06' })]).rows;
    expect(row).toMatchObject({ status: 'met', due: '2026-05-06' });
  });

  it.each([
    ['a Saturday, entered on Monday', '2026-05-09', '2026-05-11', 'met', '2026-05-11'],
    ['a Saturday, entered on Tuesday', '2026-05-09', '2026-05-12', 'not_met', '2026-05-11'],
    ['a Friday, entered on Monday', '2026-05-08', '2026-05-11', 'not_met', '2026-05-08'],
    ['a day of half-term, entered on the first day back', '2026-05-27', '2026-06-01', 'met', '2026-06-01'],
    ['after the last day of the term dates', '2026-08-29', '2026-09-02', 'not_evidenced', null],
    ['after the last day of the term dates, on its day', '2026-08-29', '2026-08-29', 'met', null],
    ['before the term dates begin, a day late', '2025-03-05', '2025-03-06', 'not_met', '2025-03-05'],
  ])('waits for a school day where none but those are allowed: %s', (_, date, recordedDate, status, due) => {
    const known = { ...calendar, source: 'terms_file' as const };
    const one = makeLabelled([], { date, recordedDate });
    expect(run({ ...SAME_DAY, limit: 0 }, [one], { calendar: known }).rows[0]).toMatchObject({ status, due });
  });

  it('takes no assumed holiday for a day without school', () => {
    const on = (date: string, recordedDate: string) =>
      run({ ...SAME_DAY, limit: 0 }, [makeLabelled([], { date, recordedDate })]).rows[0]?.status;
    expect(on('2026-05-27', '2026-06-01')).toBe('not_met');
    expect(on('2026-05-30', '2026-06-01')).toBe('met');
  });

  it('asks nothing before its first day, or in another nation', () => {
    const one = makeLabelled([], { recordedDate: '2026-05-05' });
    expect(run({ ...SAME_DAY, begins: '2026-05-06' }, [one]).rows).toEqual([]);
    expect(run({ ...SAME_DAY, begins: '2026-05-05' }, [one]).rows).toHaveLength(1);
    expect(run({ ...SAME_DAY, nations: ['england'] }, [one]).rows).toHaveLength(1);
    expect(run({ ...SAME_DAY, nations: ['england'] }, [one], { nation: 'scotland' }).rows).toEqual([]);
  });

  it('is asked of force in England from April 2026 on', () => {
    const asked = national.duties.filter(({ when }) => when.includes('positive_handling'));
    expect(asked.length).toBeGreaterThan(0);
    for (const duty of asked) expect(duty).toMatchObject({ begins: '2026-04-01', nations: ['england'] });
  });

  it('leaves records that are not behaviour alone', () => {
    expect(run(SAME_DAY, [makeLabelled([], { kind: 'positive' })]).rows).toEqual([]);
  });

  it('keeps to the days asked for', () => {
    const one = makeLabelled([], { recordedDate: '2026-05-05' });
    expect(run(SAME_DAY, [one], { span: ['2026-06-01', '2026-06-30'] }).rows).toEqual([]);
  });
});

describe('tags that belong together', () => {
  const rule: DutyRule = {
    id: 'T',
    title: 'Both tags',
    check: 'tagged_together',
    when: ['bullying'],
    tags: ['bullying', 'child_on_child'],
  };
  it.each([
    [['Bullying', 'Child on child'], 'met'],
    [['Racist bullying', 'Child on child'], 'met'],
    [['Bullying'], 'not_met'],
    [['Bullying', 'Physical aggression'], 'not_met'],
  ])('%s is %s', (categories, status) => {
    const [row] = run(rule, [makeLabelled(['bullying'], { categories })]).rows;
    expect(row?.status).toBe(status);
  });
  it('does not apply without bullying', () => {
    expect(run(rule, [makeLabelled(['damage'])]).rows).toEqual([]);
  });
});

describe('a named kind', () => {
  const rule: DutyRule = {
    id: 'K',
    title: 'Kind',
    check: 'subtype_named',
    when: ['bullying'],
    tags: ['bullying.racial', 'bullying.verbal'],
  };
  it('is met by the recorded category alone, and offers what the words suggest', () => {
    expect(run(rule, [makeLabelled(['bullying'], { categories: ['Racist bullying'] })]).rows[0]?.status).toBe(
      'met',
    );
    const [row] = run(rule, [
      makeLabelled(['bullying', 'bullying.verbal'], { categories: ['Bullying'] }),
    ]).rows;
    expect(row?.status).toBe('not_met');
    expect(row?.message).toContain('Verbal bullying');
  });
});

describe('bullying that does not stop', () => {
  const needs = [{ any: ['monitored'] }];
  const pair: DutyRule = { id: 'P', title: 'Stops', check: 'repeat_pair', when: ['bullying'], needs };
  const often: DutyRule = {
    id: 'O',
    title: 'Known',
    check: 'persistent',
    threshold: 'repeat_bullying_records',
    when: ['bullying'],
    needs,
  };
  const by = (id: string, actor: string, target: string) => {
    const one = makeLabelled(['bullying'], { id, date: `2026-05-0${id}` });
    const involvements = [
      makeInvolvement(actor, { role: 'harming' }),
      makeInvolvement(target, { role: 'harmed', origin: 'linked' }),
    ];
    return { ...one, incident: { ...one.incident, involvements } };
  };
  const named = (rule: DutyRule, records: readonly LabelledIncident[]) =>
    run(rule, records).rows.map(({ pupils, message }) => [pupils, message.split('.')[0]]);
  const bySeveral = [by('4', 'mia', 'jake'), by('5', 'tom', 'jake'), by('6', 'ana', 'jake')];

  it('is seen where several children do it to the same one', () => {
    expect(named(pair, bySeveral)).toEqual([[['jake'], '3 records in which the same one was harmed']]);
  });

  it('is seen where one child does it to several', () => {
    expect(named(pair, [by('4', 'mia', 'jake'), by('5', 'mia', 'tom')])).toEqual([
      [['mia'], '2 records in which the same one did it'],
    ]);
  });

  it('is told once where all records are between the same two', () => {
    expect(named(pair, [by('4', 'mia', 'jake'), by('5', 'mia', 'jake')])).toEqual([
      [['mia', 'jake'], '2 records between the same two'],
    ]);
  });

  it('is answered by the list of plans for the child who has one, and for no other', () => {
    const rule: DutyRule = { ...often, needs: [{ any: ['pupil_plan', 'plans.listed'], say: 'a plan' }] };
    const plan = { start: '2026-04-20', nextReview: null, targetBehaviours: [] };
    const status = (actor: string, rest: Partial<DutyInput>) =>
      run(rule, [by('4', actor, 'jake'), by('5', actor, 'jake'), by('6', actor, 'jake')], rest).rows.map(
        (row) => [row.status, row.done],
      );
    const ada = { ...plan, name: 'Penn, Ada' };
    expect(status('p1', { plans: [ada] })).toEqual([['met', '2026-04-20']]);
    expect(status('p1', { plans: [{ ...plan, name: 'Bo Ray' }] })).toEqual([['not_evidenced', null]]);
    expect(status('p1', { plans: null })).toEqual([['not_evidenced', null]]);
    const old = { ...ada, start: '2023-09-04', nextReview: '2024-07-01' };
    expect(status('p1', { plans: [old] })).toEqual([['not_evidenced', null]]);
    expect(status('p1', { plans: [{ ...old, nextReview: '2025-12-01' }] })).toEqual([['met', '2023-09-04']]);
    expect(status('p1', { plans: [old, ada] })).toEqual([['met', '2026-04-20']]);
    expect(status('mia', { plans: [ada] })).toEqual([['not_evidenced', null]]);
    // How long a plan outlives its review is a number that a school may change.
    const long = {
      ...national.thresholds,
      plan_outlives_review_months: { value: 36, whose: 'school' as const },
    };
    expect(status('p1', { plans: [old], thresholds: long })).toEqual([['met', '2023-09-04']]);
  });

  it('is counted for those harmed where the duty is about them too', () => {
    expect(named(often, bySeveral)).toEqual([]);
    const [row, ...others] = named({ ...often, harmed: true }, bySeveral);
    expect(others).toEqual([]);
    expect(row?.[0]).toEqual(['jake']);
    expect(row?.[1]).toMatch(/^3 records as the one harmed in the term/);
  });
});

describe('an EHC plan', () => {
  it('counts for who did it where the duty is about that child', () => {
    const entry = {
      upn: null,
      dateOfBirth: null,
      academicYear: '2025-26',
      yearGroup: null,
      className: null,
      gender: null,
      pupilPremium: null,
      ethnicity: null,
      eal: null,
      lookedAfter: null,
      start: null,
      end: null,
    };
    const two = new Map(
      ['Kit Boyle', 'Isla Marsh'].map((name) => [
        name,
        { key: name, name, label: name, upn: null, dateOfBirth: null },
      ]),
    );
    const records = (kit: PupilRole, isla: PupilRole) => [
      makeLabelled(['weapon'], {
        involvements: [
          makeInvolvement('Kit Boyle', { role: kit }),
          makeInvolvement('Isla Marsh', { role: isla, origin: 'linked' }),
        ],
      }),
    ];
    const rule: DutyRule = {
      id: 'V',
      title: 'Review',
      check: 'follow_ups',
      when: ['weapon'],
      all: ['roll.ehcp_harming'],
      needs: [{ any: ['annual_review'] }],
    };
    const asked = (name: string, kit: PupilRole, isla: PupilRole) => {
      const roll = [{ ...entry, name, sen: 'EHC plan' }];
      return run(rule, records(kit, isla), { pupils: two, roll }).rows.length;
    };
    expect(asked('Kit Boyle', 'harming', 'harmed')).toBe(1);
    expect(asked('Isla Marsh', 'harming', 'harmed')).toBe(0);
    expect(asked('Isla Marsh', 'harming', 'unknown')).toBe(0);
    expect(asked('Isla Marsh', 'harmed', 'unknown')).toBe(1);
    expect(asked('Isla Marsh', 'unknown', 'unknown')).toBe(1);
  });
});

describe('the summary', () => {
  it('counts each status, and gives no percentage under ten cases', () => {
    const met = makeLabelled([], { recordedDate: '2026-05-05' });
    const late = makeLabelled([], {
      id: '2',
      recordedDate: '2026-05-08',
      involvements: [makeInvolvement('x')],
    });
    const few = run(SAME_DAY, [met, late]);
    expect(few.summary[0]).toMatchObject({ cases: 2, met: 1, not_met: 1, not_evidenced: 0, per_cent: null });
    expect(few.rows[1]?.pupils).toEqual(['x']);
    expect(run(SAME_DAY, [...Array.from({ length: 9 }, () => met), late]).summary[0]?.per_cent).toBe(90);
  });
});

describe('persistent records', () => {
  const rule: DutyRule = {
    id: 'P',
    title: 'Followed up',
    check: 'persistent',
    threshold: 'persistent_records',
    when: [],
    needs: [{ any: ['dsl_told'] }],
  };
  const on = (date: string, codes: readonly string[] = []) => makeLabelled(codes, { id: date, date });
  const days = ['2026-04-20', '2026-04-21', '2026-04-22', '2026-04-23'];

  it('are four in a term, said to be our number', () => {
    expect(
      run(
        rule,
        days.slice(1).map((day) => on(day)),
      ).rows,
    ).toEqual([]);
    const [row] = run(
      rule,
      days.map((day) => on(day)),
    ).rows;
    expect(row).toMatchObject({ status: 'not_evidenced', incident_id: null, pupils: ['Ada Penn'] });
    expect(row?.message).toContain('4 is our number');
  });

  it('are three towards staff', () => {
    expect(
      run(
        rule,
        days.slice(1).map((day) => on(day, ['staff.physical'])),
      ).rows,
    ).toHaveLength(1);
  });

  it('are so many in so many school days where the policy says so', () => {
    const thresholds = {
      ...national.thresholds,
      persistent_records: { value: 3, whose: 'policy', within_school_days: 5 },
    } as const;
    const close = ['2026-04-20', '2026-04-22', '2026-04-24'].map((day) => on(day));
    const apart = ['2026-04-20', '2026-04-22', '2026-04-27'].map((day) => on(day));
    const [row, ...others] = run(rule, close, { thresholds }).rows;
    expect(row?.message).toContain('3 records, each one of 3 within 5 school days.');
    expect(others).toEqual([]);
    expect(run(rule, apart, { thresholds }).rows).toEqual([]);
    const serious = apart.map(({ incident }) => on(incident.date, ['staff.physical']));
    expect(run(rule, serious, { thresholds }).rows).toHaveLength(1);
    // A serious record beside a run has a row of its own.
    const grave = { ...rule, serious: ['weapon'] };
    const both = [...close, on('2026-06-15', ['weapon'])];
    expect(run(grave, both, { thresholds }).rows).toHaveLength(2);
  });

  it('are asked for from the day that the duty begins', () => {
    const records = days.map((day) => on(day));
    expect(run({ ...rule, begins: '2026-04-20' }, records).rows).toHaveLength(1);
    expect(run({ ...rule, begins: '2026-04-21' }, records).rows).toEqual([]);
  });

  it('are counted within the days asked for', () => {
    const records = days.map((day) => on(day));
    expect(run(rule, records, { span: ['2026-04-21', '2026-04-30'] }).rows).toEqual([]);
  });
});

describe('duties of a profile that comes with the tool', async () => {
  const profiles = {
    infiniti: await loadProfile('infiniti', '/'),
    atelier21: await loadProfile('atelier21', '/'),
  };
  const status = (name: keyof typeof profiles, duty: string, narrative: string, action: string) => {
    const { rows } = runProfile(profiles[name], [makeLabelled([], { narrative, action })]);
    return rows.find((row) => row.duty === duty)?.status ?? 'not_applicable';
  };

  it.each([
    ['Step 5 time out.', 'Step 6 restorative talk held at lunch.', 'not_evidenced'],
    ['Step 5 time out.', 'Mum called. Step 6 restorative talk held at lunch.', 'met'],
    ['Argued.', 'Step 6 restorative talk held at lunch.', 'met'],
  ])('INF6 asks what step 5 asks beside step 6: %s %s', (narrative, action, expected) => {
    expect(status('infiniti', 'INF6', narrative, action)).toBe(expected);
  });

  it.each([
    ['Mum was asked to collect him at 11 to calm down.', 'not_evidenced'],
    ['Mum collected him at 3.15 as usual and was told.', 'not_applicable'],
  ])('INF14 asks about a child collected to regulate only: %s', (action, expected) => {
    expect(status('infiniti', 'INF14', 'Swore.', action)).toBe(expected);
  });

  it.each([
    ['Sent out and stayed outside the classroom for an hour.', '', 'not_met'],
    ['Sent out of the room until lunch.', '', 'not_met'],
    ['Shouted for an hour and was then sent out of the room.', '', 'not_evidenced'],
    ['Sent out of the room.', 'Lost an hour of the trip on Friday.', 'not_evidenced'],
  ])(
    'A21-11 takes a time in words as out of the room where it says so: %s %s',
    (narrative, action, expected) => {
      expect(status('atelier21', 'A21-11', narrative, action)).toBe(expected);
    },
  );
});

describe('a follow-up that is not due before the pupil is back', () => {
  const rule: DutyRule = {
    id: 'D9',
    title: 'A reintegration meeting follows',
    check: 'follow_ups',
    when: ['exclusion.suspension'],
    needs: [{ any: ['reintegration'], say: 'reintegration meeting', not_before: ['returned'] }],
  };
  const out = (action: string, asAt: string) => {
    const record = makeLabelled(['exclusion.suspension'], {
      date: '2026-03-02',
      recordedDate: '2026-03-02',
      action,
      involvements: [makeInvolvement('p1')],
    });
    const [row] = run(rule, [record], { asAt }).rows;
    return [row?.status, row?.due, row?.message];
  };

  it('is not said to be missing while the suspension lasts, and the day is given', () => {
    const [status, due, message] = out('Suspended for 5 days. Letter home.', '2026-03-04');
    expect([status, due]).toEqual(['not_evidenced', '2026-03-09']);
    expect(message).toContain('not due before 9 March 2026');
  });

  it('is missing once the suspension is over', () => {
    const [status, due, message] = out('Suspended for 5 days. Letter home.', '2026-03-10');
    expect([status, due]).toEqual(['not_evidenced', null]);
    expect(message).toContain('not shown');
  });

  it('waits for the day of return that the record names', () => {
    expect(out('Suspended. Back in school on 18/03/2026.', '2026-03-12')[2]).toContain(
      'not due before 18 March 2026',
    );
  });

  it('is asked for where nobody can tell how long the suspension is', () => {
    expect(out('Suspended. Letter home.', '2026-03-04')[2]).toContain('not shown');
  });

  it('is met as soon as it is shown, and not met where it is denied', () => {
    expect(out('Suspended for 5 days. Reintegration meeting held 03/03/2026.', '2026-03-04')[0]).toBe('met');
    expect(out('Suspended for 5 days. No reintegration meeting was held.', '2026-03-04')[0]).toBe('not_met');
  });
});
