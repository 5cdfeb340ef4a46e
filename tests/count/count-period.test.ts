import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countPeriod, NOT_RECORDED, outermostCategories } from '../../src/count/count-period.ts';
import type { PeriodCounts } from '../../src/incident/analysis.ts';
import { makeInvolvement, makeLabelled } from '../helpers/make-labelled.ts';
import { DAY_PERIODS, PERIODS, sampleRecord } from './sample-record.ts';

const { period } = PERIODS;
const count = (labelled: Parameters<typeof countPeriod>[0]) => countPeriod(labelled, period, DAY_PERIODS);
const sum = (table: Readonly<Record<string, number>>): number =>
  Object.values(table).reduce((total, value) => total + value, 0);

/** Every number of the counts by its path. */
function flatten(value: unknown, path = ''): Map<string, number> {
  if (typeof value === 'number') return new Map([[path, value]]);
  return new Map(
    Object.entries(value as Record<string, unknown>).flatMap(([key, each]) => [
      ...flatten(each, `${path}/${key}`),
    ]),
  );
}

describe('countPeriod', () => {
  it('counts an incident once and each of its pupils once', async () => {
    const counts = await count([
      makeLabelled(['fighting', 'child_on_child.physical', 'child_on_child'], {
        date: '2026-05-05',
        involvements: [makeInvolvement('a'), makeInvolvement('b', { role: 'harmed' }), makeInvolvement('a')],
      }),
    ]);
    expect(counts).toMatchObject({ incidents: 1, involvements: 2, pupils: 2, harmed_or_witness: 1 });
    expect(counts.labels).toMatchObject({ fighting: 1, child_on_child: 1, bullying: 0 });
    expect(counts.families).toMatchObject({ child_on_child: 1, conduct: 1, prejudice: 0 });
    expect(counts.bands.one).toEqual({ pupils: 1, involvements: 1 });
  });

  it('takes both ends of the period and nothing outside', async () => {
    const on = (date: string) => makeLabelled([], { date, id: date, key: date });
    const days = ['2026-04-12', period.from, period.to, '2026-07-22'];
    expect((await count(days.map(on))).incidents).toBe(2);
  });

  it('leaves positive and welfare records out, and says how many there were', async () => {
    const counts = await count([
      makeLabelled(['positive'], { kind: 'positive' }),
      makeLabelled([], { kind: 'safeguarding' }),
      makeLabelled([], { kind: 'uncategorised' }),
    ]);
    expect(counts.incidents).toBe(1);
    expect(counts.records).toEqual({
      behaviour: 0,
      positive: 1,
      safeguarding: 1,
      accident: 0,
      uncategorised: 1,
    });
    expect(counts.labels.positive).toBe(0);
  });

  it('uses the role that the narrative gives when the export gives none', async () => {
    const labelled = makeLabelled([], { involvements: [makeInvolvement('a'), makeInvolvement('b')] });
    const told = {
      ...labelled,
      classification: { ...labelled.classification, roles: new Map([['b', 'witness' as const]]) },
    };
    expect((await count([told])).harmed_or_witness).toBe(1);
  });

  it('names the year group of a linked pupil from elsewhere', async () => {
    const labelled = [makeLabelled([], { involvements: [makeInvolvement('a'), makeInvolvement('b')] })];
    const counts = await countPeriod(labelled, period, [], new Map([['b', 'Year 4']]));
    expect(counts.year_groups).toEqual({ 'Year 4': 1, [NOT_RECORDED]: 1 });
  });

  it('bands pupils by their own incidents', async () => {
    const times = (pupil: string, n: number) =>
      Array.from({ length: n }, (_, i) =>
        makeLabelled([], { id: `${pupil}${i}`, key: `${pupil}${i}`, involvements: [makeInvolvement(pupil)] }),
      );
    const counts = await count([...times('a', 1), ...times('b', 5), ...times('c', 6)]);
    expect(counts.bands).toEqual({
      one: { pupils: 1, involvements: 1 },
      two_to_five: { pupils: 1, involvements: 5 },
      six_or_more: { pupils: 1, involvements: 6 },
    });
  });

  it('adds up: every breakdown that says it sums does, whatever the record', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 400 }), fc.nat(1e6), async (size, seed) => {
        const counts = await count(sampleRecord(size, seed));
        expect(sum(counts.places)).toBe(counts.incidents);
        expect(counts.records.behaviour + counts.records.uncategorised).toBe(counts.incidents);
        expect(Object.values(counts.weekday_period).reduce((total, row) => total + sum(row), 0)).toBe(
          counts.incidents,
        );
        expect(sum(counts.year_groups)).toBe(counts.involvements);
        const bands = Object.values(counts.bands);
        expect(bands.reduce((total, band) => total + band.involvements, counts.harmed_or_witness)).toBe(
          counts.involvements,
        );
        expect(bands.reduce((total, band) => total + band.pupils, 0)).toBeLessThanOrEqual(counts.pupils);
        for (const name of Object.keys(counts.categories)) {
          expect(counts.categories[name]).toBeLessThanOrEqual(counts.incidents);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('does not depend on the order of the records', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(1e6), async (seed) => {
        const record = sampleRecord(150, seed);
        const shuffled = [...record].sort(
          (a, b) => ((Number(a.incident.id) * 7919) % 151) - ((Number(b.incident.id) * 7919) % 151),
        );
        expect(JSON.stringify(await count(shuffled))).toBe(JSON.stringify(await count(record)));
      }),
      { numRuns: 20 },
    );
  });

  it('never lowers a count but the bands when an incident is added', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(1e6), async (seed) => {
        const record = sampleRecord(200, seed);
        const [before, after] = [flatten(await count(record.slice(1))), flatten(await count(record))];
        for (const [path, value] of before) {
          if (!path.startsWith('/bands')) expect(after.get(path), path).toBeGreaterThanOrEqual(value);
        }
      }),
      { numRuns: 20 },
    );
  });
});

describe('weekday_period', () => {
  const at = (time: string | null, named: string | null = null): Promise<PeriodCounts> =>
    count([makeLabelled([], { date: '2026-05-05', time, period: named })]);

  it('starts a period on its first minute and ends it before its last', async () => {
    expect((await at('10:30')).weekday_period.Tuesday).toMatchObject({ Break: 1, 'Lesson 1': 0 });
    expect((await at('12:15')).weekday_period.Tuesday).toMatchObject({ 'Other times': 1 });
    expect((await at(null)).weekday_period.Tuesday).toMatchObject({ 'Time not recorded': 1 });
    expect((await at(null, 'lesson 2')).weekday_period.Tuesday).toMatchObject({ 'Lesson 2': 1 });
  });

  it('falls back on the hour, or on the name in the export, when the school gave no times', async () => {
    const rows = [
      makeLabelled([], { date: '2026-05-09', time: '08:55' }),
      makeLabelled([], { date: '2026-05-05', time: '14:05', period: 'P5', key: 'b', id: 'b' }),
      makeLabelled([], { date: '2026-05-05', time: null, key: 'c', id: 'c' }),
    ];
    const { weekday_period } = await countPeriod(rows, period, []);
    expect(weekday_period.Saturday).toEqual({ '08:00': 1, P5: 0, 'Time not recorded': 0 });
    expect(Object.keys(weekday_period)).toHaveLength(6);
  });
});

describe('outermostCategories', () => {
  it('takes the first level once', () => {
    expect(outermostCategories(['Behaviour > Physical', 'Behaviour > Verbal', 'Bullying'])).toEqual([
      'Behaviour',
      'Bullying',
    ]);
    expect(outermostCategories([])).toEqual([NOT_RECORDED]);
  });
});
