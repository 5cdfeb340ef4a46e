import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assembleCounts } from '../../src/count/assemble-counts.ts';
import { compareCategories, compareHeadline } from '../../src/count/compare-headline.ts';
import { countPeriod } from '../../src/count/count-period.ts';
import { categoryDispersion, countWeeks, measureDispersion } from '../../src/count/count-weeks.ts';
import { isMeasured, measureCount, readHeadlineMeasures } from '../../src/count/headline-measures.ts';
import { readTaxonomy } from '../../src/policy/taxonomy.ts';
import { makeLabelled } from '../helpers/make-labelled.ts';
import { CALENDAR, DAY_PERIODS, PERIODS, PUPILS, ROLL, sampleRecord } from './sample-record.ts';

const RANGE = ['2024-09-03', '2026-07-21'] as const;
const record = sampleRecord(1500, 7);

describe('assembleCounts', () => {
  it('counts the period, its comparisons, weeks, groups, pupils and quality', async () => {
    const counted = await assembleCounts({
      ...PERIODS,
      labelled: record,
      pupils: PUPILS,
      calendar: CALENDAR,
      roll: ROLL,
      dayPeriods: DAY_PERIODS,
      dataRange: RANGE,
      audits: [],
    });
    expect(counted.comparisons.previous?.incidents).toBeGreaterThan(50);
    expect(counted.comparisons.last_year?.incidents).toBeGreaterThan(50);
    // Every term of the record but the three compared, each as it is counted when a report is on it.
    expect(Object.keys(counted.other_terms)).toEqual(['2024-25 Autumn', '2024-25 Spring', '2025-26 Autumn']);
    expect(counted.headline[0]).toMatchObject({ code: 'all', now: counted.counts.incidents });
    expect(counted.groups[0]).toMatchObject({ characteristic: 'All pupils', on_roll: 100 });
    expect(counted.pupils).toHaveLength(counted.counts.pupils);
    expect(counted.quality.incidents).toBe(counted.counts.incidents);
    expect(counted.counts.year_groups['Not recorded']).toBeUndefined();
    expect(counted.category_changes.map(({ code }) => code)).toContain('Disruption');
  });

  it('does without a roll and without earlier terms', async () => {
    const counted = await assembleCounts({
      ...PERIODS,
      previous: null,
      lastYear: null,
      labelled: record,
      pupils: PUPILS,
      calendar: CALENDAR,
      roll: null,
      dayPeriods: [],
      dataRange: RANGE,
      audits: [],
    });
    expect(counted.groups).toEqual([]);
    expect(counted.comparisons).toEqual({ previous: null, last_year: null });
    expect(counted.headline.every(({ previous, last_year }) => previous === null && last_year === null)).toBe(
      true,
    );
    expect(counted.weeks.every(({ roll }) => roll === null)).toBe(true);
  });
});

describe('headline measures', () => {
  it('name labels and families of the taxonomy', () => {
    const { labels } = readTaxonomy();
    for (const { code, from } of readHeadlineMeasures()) {
      if (from === 'label') expect(labels.map((label) => label.code)).toContain(code);
      if (from === 'family') expect(labels.map((label) => label.family)).toContain(code);
    }
  });

  it('count a record exactly when it is measured', async () => {
    const counts = await countPeriod(record, { ...PERIODS.period, from: '2024-09-01', to: '2026-08-31' }, []);
    for (const measure of readHeadlineMeasures()) {
      expect(record.filter((each) => isMeasured(measure, each)).length, measure.code).toBe(
        measureCount(measure, counts),
      );
    }
  });
});

describe('compareHeadline', () => {
  it('calls a fivefold rise in one measure a rise, and leaves the rest alone', async () => {
    const racist = Array.from({ length: 25 }, (_, i) =>
      makeLabelled(['prejudice.racist'], { id: `r${i}`, key: `r${i}`, date: '2026-05-05' }),
    );
    const before = await countPeriod(record, PERIODS.previous, []);
    const now = await countPeriod([...record, ...racist], PERIODS.period, []);
    const rows = compareHeadline({ now, previous: before, lastYear: null }, new Map());
    expect(rows.find(({ code }) => code === 'prejudice.racist')?.previous?.verdict).toBe('up');
    expect(rows.find(({ code }) => code === 'exclusion.permanent')?.previous?.verdict).toBe('too_few');
    expect(rows.every(({ last_year }) => last_year === null)).toBe(true);
  });

  it('holds false alarms down over the rows, but judges the total alone', async () => {
    const now = await countPeriod(record, PERIODS.period, []);
    const make = (incidents: number, sexist: number) => ({
      ...now,
      incidents,
      labels: Object.fromEntries(Object.keys(now.labels).map((code) => [code, 40])),
      families: Object.fromEntries(Object.keys(now.families).map((name) => [name, 40])),
      records: { ...now.records, positive: sexist },
      school_days: 60,
    });
    const rows = compareHeadline({ now: make(261, 58), previous: make(215, 38), lastYear: null }, new Map());
    expect(rows[0]?.previous).toMatchObject({ verdict: 'up' });
    const positive = rows.find(({ code }) => code === 'positive')?.previous;
    expect(positive?.p).toBeLessThan(0.05);
    expect(positive?.verdict).toBe('no_clear_change');
  });
});

describe('compareCategories', () => {
  it('looks at categories with six incidents in two periods together, most recorded first', async () => {
    const now = await countPeriod(record, PERIODS.period, []);
    const tiny = { ...now, categories: { Physical: 30, Rare: 2, 'Not recorded': 50 } };
    const rows = compareCategories(
      { now: tiny, previous: { ...now, categories: { Physical: 5, Gone: 9 } }, lastYear: null },
      new Map(),
    );
    expect(rows.map(({ code, now: count }) => [code, count])).toEqual([
      ['Physical', 30],
      ['Gone', 0],
    ]);
    expect(rows[0]?.previous?.verdict).toBe('up');
    expect(rows[1]?.previous?.verdict).toBe('down');
  });
});

describe('rows that no change is called in', () => {
  const settle = async (counts: readonly (readonly [number, number])[]) => {
    const base = { ...(await countPeriod([], PERIODS.period, [])), school_days: 60 };
    const of = (side: 0 | 1) => ({
      ...base,
      categories: Object.fromEntries(counts.map((pair, at) => [`Kind ${at}`, pair[side]])),
    });
    return compareCategories({ now: of(0), previous: of(1), lastYear: null }, new Map());
  };
  const even = Array.from({ length: 20 }, () => [40, 40] as const);

  it('are too few to tell where even a doubling would not stand out among so many', async () => {
    const rows = await settle([[30, 12], ...even]);
    const row = rows.find(({ code }) => code === 'Kind 0')?.previous;
    expect(row?.p).toBeLessThan(0.01);
    expect(row?.verdict).toBe('too_few');
    // Among few it is called, and a row with more in it is still told to be without a clear change.
    expect((await settle([[30, 12]]))[0]?.previous?.verdict).toBe('up');
    const large = (await settle([[120, 100], ...even])).find(({ code }) => code === 'Kind 0')?.previous;
    expect(large?.verdict).toBe('no_clear_change');
  });

  it('never hold a change of more than a doubling, whatever stands beside them', async () => {
    const pair = fc.tuple(fc.nat(60), fc.nat(60));
    await fc.assert(
      fc.asyncProperty(fc.array(pair, { minLength: 1, maxLength: 25 }), async (counts) => {
        for (const { previous } of await settle(counts)) {
          if (previous?.verdict !== 'no_clear_change') continue;
          expect(previous.ratio).toBeGreaterThan(0.48);
          expect(previous.ratio).toBeLessThan(2.1);
        }
      }),
      { numRuns: 100 },
    );
  });
});

describe('countWeeks', () => {
  it('gives every school week of the record, with what belongs to it', () => {
    const weeks = countWeeks(record, CALENDAR, RANGE, ROLL);
    expect(weeks[0]).toMatchObject({ week: '2024-09-02', term: '2024-25 Autumn', school_days: 4, roll: 100 });
    const inWeeks = weeks.reduce((sum, { incidents }) => sum + incidents, 0);
    expect(inWeeks).toBe(
      record.filter(({ incident }) => ['behaviour', 'uncategorised'].includes(incident.kind)).length,
    );
    expect(weeks.reduce((sum, { positives }) => sum + positives, 0)).toBe(
      record.filter(({ incident }) => incident.kind === 'positive').length,
    );
  });

  it('measures how much weeks vary: about 1 for chance, more for runs', () => {
    const weeks = countWeeks(record, CALENDAR, RANGE, null);
    expect(measureDispersion(record, weeks).get('all')).toBeLessThan(1.7);
    const runs = record.filter(
      ({ incident }) => incident.date.slice(8) < '08' || incident.date.slice(8) > '27',
    );
    expect(measureDispersion(runs, weeks).get('all')).toBeGreaterThan(2);
    expect(categoryDispersion(record, weeks).get('Physical')).toBeGreaterThanOrEqual(1);
    const holiday = [makeLabelled([], { date: '2025-08-12' })];
    expect(measureDispersion(holiday, weeks).size).toBe(0);
  });
});
