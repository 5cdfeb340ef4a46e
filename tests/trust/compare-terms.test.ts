import { describe, expect, it } from 'vitest';
import type { SchoolReturn } from '../../src/trust/school-return.ts';
import { evenMeasures, sampleReturn } from './helpers/sample-return.ts';
import { collate } from './helpers/simulate-trust.ts';

const half = (
  from: string,
  to: string,
  all: number,
  complete = true,
): SchoolReturn['half_terms'][number] => ({
  name: 'Term',
  from,
  to,
  school_days: 36,
  complete,
  measures: { ...evenMeasures(0), all, bullying: 4, positive: 10 },
});

/** The autumn before, in two halves, then this one. */
const history = (before: number, now: number, complete = true): SchoolReturn['half_terms'] => [
  half('2024-09-03', '2024-10-25', before / 2, complete),
  half('2024-11-04', '2024-12-20', before / 2),
  half('2025-09-01', '2025-10-24', now / 2),
  half('2025-11-03', '2025-12-19', now / 2),
];

const school = (name: string, before: number, now: number, complete = true): SchoolReturn =>
  sampleReturn({
    school: name,
    counts: { ...sampleReturn().counts, incidents: now },
    half_terms: history(before, now, complete),
  });

const lastYear = (made: readonly SchoolReturn[]) =>
  collate(made).trends.find(({ code, comparison }) => code === 'all' && comparison === 'last_year');

describe('compareTerms', () => {
  it('calls a change that the school itself shows, and holds the rest back', () => {
    const trend = lastYear([
      school('A', 100, 200),
      school('B', 100, 104),
      school('C', 2, 3),
      school('D', 90, 40),
    ]);
    expect(trend?.schools.map(({ school, verdict }) => `${school} ${verdict}`)).toEqual([
      'A up',
      'B no_clear_change',
      'C too_few',
      'D down',
    ]);
    expect(trend?.schools[0]).toMatchObject({
      now: 200,
      before: 100,
      now_days: 72,
      before_days: 72,
      ratio: 2,
    });
  });

  it('calls a school steady only where a doubling would have shown among all the schools', () => {
    // Of 40, 27 against 13 are told from chance by themselves (p 0.03), and not as one of thirteen.
    const steady = (name: string) => school(name, 20, 20);
    const verdictOf = (made: readonly SchoolReturn[]) => lastYear(made)?.schools[0]?.verdict;
    expect(verdictOf([steady('A')])).toBe('no_clear_change');
    const many = Array.from({ length: 12 }, (_, at) => school(`S${at}`, 100, 100));
    expect(verdictOf([steady('A'), ...many])).toBe('too_few');
  });

  it('compares with no term that the record does not cover whole', () => {
    expect(lastYear([school('A', 100, 200, false)])?.schools).toEqual([]);
    const analysis = collate([school('A', 100, 200)]);
    expect(
      analysis.trends.filter(({ comparison }) => comparison === 'previous').flatMap(({ schools }) => schools),
    ).toEqual([]);
  });

  it('pools the schools, with the spread between them, and finds what they share', () => {
    const made = ['A', 'B', 'C', 'D', 'E'].map((name) => school(name, 100, 150));
    const { common, trends } = collate(made);
    const trend = trends.find(({ code, comparison }) => code === 'all' && comparison === 'last_year');
    expect(trend?.pooled?.schools).toBe(5);
    expect(trend?.pooled?.ratio).toBeCloseTo(1.5, 1);
    expect(common.changes).toMatchObject([
      { code: 'all', comparison: 'last_year', direction: 'up', schools_leaning: 5 },
    ]);
  });
});
