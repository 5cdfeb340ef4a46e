import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countAtRisk } from '../../src/count/count-at-risk.ts';
import { countPositives } from '../../src/count/count-positives.ts';
import { countPrejudice } from '../../src/count/count-prejudice.ts';
import { rankPositives } from '../../src/count/rank-positives.ts';
import type { Incident } from '../../src/incident/incident.ts';
import type { RollEntry } from '../../src/incident/roll.ts';
import { makeInvolvement, makeLabelled } from '../helpers/make-labelled.ts';

const period = { from: '2026-04-13', to: '2026-07-21' };
const pupils = new Map(
  Array.from({ length: 20 }, (_, at) => {
    const name = `Pupil Number${String(at).padStart(2, '0')}`;
    return [`p${at}`, { key: `p${at}`, name, label: name, upn: null, dateOfBirth: null }] as const;
  }),
);
const praise = (pupil: string, rest: Partial<Incident> = {}, year: string | null = null) =>
  makeLabelled(['positive'], {
    kind: 'positive',
    categories: ['Praise > Kindness'],
    involvements: [
      makeInvolvement(pupil, { yearGroup: year, className: year === null ? null : `${year} A` }),
    ],
    ...rest,
  });
const times = (counts: Readonly<Record<string, number>>, year: string | null = null) =>
  Object.entries(counts).flatMap(([pupil, count]) =>
    Array.from({ length: count }, () => praise(pupil, {}, year)),
  );
const rank = (
  labelled: Parameters<typeof rankPositives>[0]['labelled'],
  value = 5,
  roll: RollEntry[] | null = null,
) => rankPositives({ labelled, pupils, roll, period, places: { value, whose: 'termwise' } });
const entry = (name: string, yearGroup: string): RollEntry => ({
  name,
  upn: null,
  dateOfBirth: null,
  academicYear: '2025-26',
  yearGroup,
  className: null,
  gender: null,
  sen: null,
  pupilPremium: null,
  ethnicity: null,
  eal: null,
  lookedAfter: null,
  start: null,
  end: null,
});

describe('rankPositives', () => {
  it('names all who tie at the last place, and gives them one place', () => {
    const { school } = rank(times({ p1: 4, p2: 3, p3: 2, p4: 2, p5: 2, p6: 1 }), 3);
    expect(school.ranked.map(({ pupil, place, entries }) => [pupil, place, entries])).toEqual([
      ['Pupil Number01', 1, 4],
      ['Pupil Number02', 2, 3],
      ['Pupil Number03', 3, 2],
      ['Pupil Number04', 3, 2],
      ['Pupil Number05', 3, 2],
    ]);
    expect(school).toMatchObject({ entries: 14, pupils: 6 });
  });

  it('counts positive records of the period alone, once a pupil, under their outermost category', () => {
    const ranking = rank([
      praise('p1'),
      praise('p1', { date: '2026-01-05' }),
      praise('p2', { kind: 'behaviour' }),
      praise('p3', { involvements: [makeInvolvement('p3'), makeInvolvement('p3'), makeInvolvement('p4')] }),
    ]);
    expect(ranking.school).toMatchObject({ entries: 3, pupils: 3 });
    expect(ranking).toMatchObject({ records: 2, categories: { Praise: 2 }, without: null });
    expect(ranking.spread).toEqual({ one: 3, two_to_four: 0, five_or_more: 0 });
  });

  it('ranks years and classes in their order, by the roll where it says', () => {
    const ranking = rank([...times({ p1: 2 }, 'Year 10'), ...times({ p2: 1 }, 'Year 2')], 5, [
      entry('Pupil Number01', 'Year 11'),
      entry('Pupil Number09', 'Year 2'),
    ]);
    expect(ranking.years.map(({ group }) => group)).toEqual(['Year 2', 'Year 11']);
    expect(ranking.classes.map(({ group }) => group)).toEqual(['Year 2 A', 'Year 10 A']);
    expect(ranking.without).toBe(1);
    const [years, pupils] = countPositives(ranking);
    expect(years).toMatchObject({ total: 3, rows: [{ count: 1 }, { count: 2 }] });
    expect(pupils?.worth?.sum).toBe(3);
  });

  it('gives each year of the counts its pupils, since a number that few share is theirs', () => {
    const [years] = countPositives(
      rank([...times({ p1: 10 }, 'Year 6'), ...times({ p2: 4, p3: 1 }, 'Year 5'), ...times({ p4: 2 })]),
    );
    expect(years?.rows).toEqual([
      { name: 'Year 5', count: 5, pupils: 2, others: 2 },
      { name: 'Year 6', count: 10, pupils: 1, others: 3 },
      { name: 'Not recorded', count: 2, pupils: 1, others: 3 },
    ]);
  });

  it('leaves nobody out who has as many as somebody named', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 6 }), { maxLength: 20 }),
        fc.integer({ min: 1, max: 6 }),
        (counts, places) => {
          const { school, spread } = rank(
            times(Object.fromEntries(counts.map((count, at) => [`p${at}`, count]))),
            places,
          );
          const least = Math.min(...school.ranked.map(({ entries }) => entries));
          expect(school.ranked).toHaveLength(counts.filter((count) => count >= least).length);
          expect(school.ranked.length).toBeGreaterThanOrEqual(Math.min(places, counts.length));
          expect(school.ranked.filter(({ place }) => place > places)).toEqual([]);
          const sheets = countPositives(
            rank(times(Object.fromEntries(counts.map((count, at) => [`p${at}`, count])))),
          );
          for (const { total, rows } of sheets)
            expect(rows.reduce((sum, { count }) => sum + count, 0)).toBe(total);
          expect(spread.one + spread.two_to_four + spread.five_or_more).toBe(counts.length);
        },
      ),
    );
  });
});

describe('counts of other reports', () => {
  it('say towards whom prejudice was and what was done', () => {
    const [sheet] = countPrejudice(
      [
        makeLabelled(['prejudice.racist', 'child_on_child', 'response.sanction']),
        makeLabelled(['prejudice.sexist', 'staff.verbal'], { id: '2' }),
        makeLabelled(['prejudice.sexist'], { id: '3', date: '2025-05-05' }),
        makeLabelled(['damage'], { id: '4' }),
      ],
      period,
    );
    expect(sheet).toMatchObject({ total: 2, pupils: 1, base: ['families.prejudice'] });
    expect(sheet?.rows.map(({ count }) => count)).toEqual([1, 1, 0, 0, 0, 1, 0]);
  });

  it('count pupils by each reason', () => {
    const reason = {
      id: 'weapon',
      title: 'A weapon',
      say: 'with a weapon',
      count: 1,
      from: 1,
      whose: 'termwise',
      times: 1,
      incident_ids: [],
    };
    const candidate = {
      pupil: 'A',
      year_group: null,
      class_name: null,
      records: 1,
      reasons: [reason],
    };
    const [sheet] = countAtRisk(
      [candidate, { ...candidate, pupil: 'B', reasons: [] }],
      [reason, { id: 'x', title: 'X' }],
    );
    expect(sheet).toMatchObject({
      total: 2,
      marked: true,
      rows: [
        { name: 'A weapon', count: 1 },
        { name: 'X', count: 0 },
      ],
    });
  });
});
