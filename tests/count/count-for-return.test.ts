import { describe, expect, it } from 'vitest';
import { countForReturn } from '../../src/count/count-for-return.ts';
import { countPeriod } from '../../src/count/count-period.ts';
import { measureCount, readHeadlineMeasures } from '../../src/count/headline-measures.ts';
import { buildCategoryMap } from '../../src/policy/category-map.ts';
import { CALENDAR, PERIODS, PUPILS, ROLL, sampleRecord } from './sample-record.ts';

const labelled = sampleRecord(600, 11);
const input = {
  labelled,
  pupils: PUPILS,
  calendar: CALENDAR,
  period: PERIODS.period,
  dataRange: ['2024-09-03', '2026-07-21'] as const,
  roll: ROLL,
  exclusions: null,
  categoryMap: buildCategoryMap(),
};
const counted = countForReturn(input);

describe('countForReturn', () => {
  it('counts half-terms that add up to their terms, for every measure', async () => {
    expect(counted.half_terms).toHaveLength(12);
    const summer = counted.half_terms.slice(-2);
    const counts = await countPeriod(labelled, PERIODS.period, []);
    for (const measure of readHeadlineMeasures()) {
      const sum = summer.reduce((total, { measures }) => total + (measures[measure.code] ?? 0), 0);
      expect(sum, measure.code).toBe(measureCount(measure, counts));
    }
    expect(summer.reduce((total, { school_days }) => total + school_days, 0)).toBe(PERIODS.period.schoolDays);
    expect(counted.half_terms.every(({ complete }) => complete)).toBe(true);
  });

  it('says which half-terms the record does not cover', () => {
    const cut = countForReturn({ ...input, dataRange: ['2024-10-15', '2026-06-05'] }).half_terms;
    expect(cut[0]).toMatchObject({ name: 'Autumn 1', complete: false });
    expect(cut.at(-1)?.school_days).toBe(5);
    expect(cut[1]?.complete).toBe(true);
  });

  it('has pupil-days and groups from the roll, each group with all others', () => {
    expect(counted.pupil_days).toBe(100 * PERIODS.period.schoolDays);
    expect(counted.clustering.all).toBeGreaterThanOrEqual(1);
    const sexes = counted.groups.filter(({ characteristic }) => characteristic === 'Sex');
    expect(sexes.map(({ group }) => group)).toEqual(['Boys', 'Girls']);
    expect(sexes[0]).toMatchObject({ on_roll: 50, others: { on_roll: 50 } });
    expect(sexes[0]?.involvements).toBe(sexes[1]?.others.involvements);
  });

  it('has none of these without a roll', () => {
    expect(countForReturn({ ...input, roll: null })).toMatchObject({
      pupil_days: null,
      groups: [],
      clustering: {},
    });
  });

  it('counts incidents of which no category has a meaning', () => {
    const strange = labelled.map((each) => ({
      ...each,
      incident: { ...each.incident, categories: ['Zxq'], kind: 'behaviour' as const },
    }));
    const inPeriod = strange.filter(
      ({ incident }) => incident.date >= PERIODS.period.from && incident.date <= PERIODS.period.to,
    );
    expect(countForReturn({ ...input, labelled: strange }).unmapped_incidents).toBe(inPeriod.length);
    expect(counted.unmapped_incidents).toBe(0);
  });
});
