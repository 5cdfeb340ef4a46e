import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gatherSchools } from '../../src/trust/gather-schools.ts';
import type { SchoolReturn } from '../../src/trust/school-return.ts';
import { sampleReturn } from './helpers/sample-return.ts';
import { collate } from './helpers/simulate-trust.ts';

const term = (number: number, from: string, to: string, school_days: number): SchoolReturn['period'] => ({
  name: `2025-26 Term ${number}`,
  from,
  to,
  school_days,
});
const TERM_1 = term(1, '2025-09-02', '2025-10-24', 38);
const TERM_2 = term(2, '2025-11-03', '2025-12-19', 34);

const suspended = (pupils: number, turn: 'first' | 'second' = 'first'): SchoolReturn['exclusions'] => ({
  ...sampleReturn().exclusions,
  suspensions: pupils,
  pupils,
  cells: [
    {
      type: 'suspension',
      reason: 'PP',
      length: 'one',
      turn,
      purpose: 'harm',
      count: pupils,
    },
  ],
});

describe('pupils suspended in two terms of a school', () => {
  const gather = (second: Parameters<typeof sampleReturn>[0]) =>
    collate([
      sampleReturn({ period: TERM_1, exclusions: suspended(6) }),
      sampleReturn({ period: TERM_2, exclusions: suspended(7), ...second }),
    ]).exclusions;

  it('are known where every suspension is its pupil’s first of the year', () => {
    expect(gather({})).toMatchObject({ pupils: 13, pupils_again: 0, pupils_at_least: 13 });
  });

  it('are not known where one is not, or where the later term may not know of the earlier', () => {
    const later = { period: { ...TERM_2, from: '2026-11-02', to: '2026-12-18', name: '2026-27 Term 2' } };
    for (const second of [
      { exclusions: suspended(7, 'second') },
      { exclusions: { ...suspended(7), source: 'list' as const } },
      { data_range: ['2025-11-03', '2025-12-19'] as [string, string] },
      later,
    ])
      expect(gather(second)).toMatchObject({ pupils: null, pupils_at_least: 7 });
  });
});

describe('gatherSchools', () => {
  it('adds a school of six terms up to the autumn of the others', () => {
    const analysis = collate([
      sampleReturn({
        school: 'Birch’s School',
        period: TERM_2,
        calendar: { source: 'terms_file', terms_in_year: 6 },
      }),
      sampleReturn(),
      sampleReturn({
        school: 'birchs  school',
        period: TERM_1,
        calendar: { source: 'terms_file', terms_in_year: 6 },
      }),
    ]);
    expect(analysis.schools.map(({ school }) => school)).toEqual(['Ash Primary School', 'Birch’s School']);
    expect(analysis.meta).toMatchObject({ schools: 2, returns: 3, terms: ['2025-26 Autumn'] });
    expect(analysis.schools[1]?.returns.map(({ period }) => period)).toEqual([
      '2025-26 Term 1',
      '2025-26 Term 2',
    ]);
    expect(analysis.schools[1]?.counts.incidents).toBe(200);
    expect(analysis.totals.incidents).toBe(300);
    expect(analysis.warnings.map(({ code }) => code)).toContain('different_terms');
  });

  it('refuses a school and its days twice, and days that overlap', () => {
    const gatherer = gatherSchools();
    gatherer.add(sampleReturn(), 'a.json');
    expect(() => gatherer.add(sampleReturn(), 'b.json')).toThrow(
      /b\.json: Ash Primary School has handed in 2025-26 Autumn .* twice; a\.json/,
    );
    expect(() => gatherer.add(sampleReturn({ period: TERM_2 }), 'c.json')).toThrow(
      /overlap .* counted twice/,
    );
  });

  it('refuses returns made with another taxonomy, naming both', () => {
    const gatherer = gatherSchools();
    gatherer.add(sampleReturn(), 'a.json');
    const other = sampleReturn({ school: 'Birch School', taxonomy_version: '2025.1' });
    expect(() => gatherer.add(other, 'b.json')).toThrow(
      /b\.json: Birch School counted by taxonomy 2025\.1, and a\.json/,
    );
  });

  it('gives the same whatever the order of the returns, and totals that are the sum of the schools', () => {
    const made = [3, 50, 7, 120].map((incidents, at) =>
      sampleReturn({
        school: `School ${at}`,
        counts: {
          ...sampleReturn().counts,
          incidents,
          places: { Playground: incidents - 1, [`Room ${at}`]: 1 },
        },
      }),
    );
    const usual = JSON.stringify(collate(made));
    fc.assert(
      fc.property(fc.shuffledSubarray(made, { minLength: made.length }), (shuffled) => {
        const analysis = collate(shuffled);
        expect(JSON.stringify(analysis)).toBe(usual);
        expect(analysis.totals.incidents).toBe(180);
        expect(analysis.totals.places.Playground).toBe(176);
      }),
      { numRuns: 10 },
    );
  });

  it('has no rate for a school that gave no roll', () => {
    const { schools, comparability } = collate([sampleReturn({ roll: null, pupil_days: null, groups: [] })]);
    expect(schools[0]?.rates[0]).toMatchObject({ code: 'all', count: 100, rate: null, interval: null });
    expect(comparability[0]?.flags).toContain('no_roll');
    const [rate] = collate([sampleReturn()]).schools[0]?.rates ?? [];
    expect(rate?.rate).toBeCloseTo((100 * 100) / 14_400, 12);
    expect((rate?.interval?.[0] ?? 9) < (rate?.rate ?? 0)).toBe(true);
  });
});
