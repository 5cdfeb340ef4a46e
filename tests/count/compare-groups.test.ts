import { describe, expect, it } from 'vitest';
import { clusteredRate, clusteredRatio } from '../../src/count/clustered-rate.ts';
import { compareGroups } from '../../src/count/compare-groups.ts';
import { groupOf, readCharacteristics } from '../../src/count/group-of.ts';
import { makeInvolvement, makeLabelled } from '../helpers/make-labelled.ts';
import { CALENDAR, PERIODS, PUPILS, ROLL, sampleRecord } from './sample-record.ts';

const input = {
  labelled: sampleRecord(1500, 7),
  pupils: PUPILS,
  roll: ROLL,
  calendar: CALENDAR,
  period: PERIODS.period,
};

describe('clusteredRate', () => {
  it('has the exact Poisson interval when every incident is another pupil’s', () => {
    const pupils = Array.from({ length: 400 }, (_, i) => ({ count: i < 8 ? 1 : 0, days: 1 }));
    const { interval, clustering, rate } = clusteredRate(pupils);
    expect(clustering).toBe(1);
    expect(rate).toBe(0.02);
    // Garwood interval of 8: 3.454 to 15.763
    expect(interval[0] * 400).toBeCloseTo(3.454, 2);
    expect(interval[1] * 400).toBeCloseTo(15.763, 2);
  });

  it('knows that ten incidents of one child are not ten children', () => {
    const spread = clusteredRate(
      Array.from({ length: 100 }, (_, i) => ({ count: i < 40 ? 1 : 0, days: 60 })),
    );
    const one = clusteredRate(Array.from({ length: 100 }, (_, i) => ({ count: i < 4 ? 10 : 0, days: 60 })));
    expect(one.rate).toBe(spread.rate);
    expect(one.interval[0]).toBeLessThan(spread.interval[0]);
    expect(one.interval[1]).toBeGreaterThan(spread.interval[1]);
  });

  it('is nought without pupils and forms no ratio on nothing', () => {
    const none = clusteredRate([]);
    expect(none).toMatchObject({ count: 0, rate: 0, interval: [0, 0] });
    expect(clusteredRatio(none, clusteredRate([{ count: 3, days: 5 }]))).toBeNull();
  });
});

describe('compareGroups', () => {
  it('divides the same pupils by each characteristic the roll records', async () => {
    const { rows, notOnRoll } = await compareGroups(input);
    const [all] = rows;
    expect(notOnRoll).toBe(0);
    const characteristics = [...new Set(rows.slice(1).map(({ characteristic }) => characteristic))];
    expect(characteristics).toEqual([
      'Year group',
      'Sex',
      'SEN',
      'Pupil premium',
      'Ethnicity',
      'Looked after',
    ]);
    for (const characteristic of characteristics) {
      const parts = rows.filter((row) => row.characteristic === characteristic);
      for (const name of ['on_roll', 'pupils', 'involvements'] as const) {
        expect(
          parts.reduce((sum, row) => sum + row[name], 0),
          `${characteristic} ${name}`,
        ).toBe(all?.[name]);
      }
    }
  });

  it('leaves out parts as harmed, and pupils not on the roll', async () => {
    const labelled = [
      makeLabelled([], {
        involvements: [makeInvolvement('p1', { role: 'harmed' }), makeInvolvement('stranger')],
      }),
      makeLabelled([], { id: '2', key: '2', involvements: [makeInvolvement('p2')] }),
      makeLabelled([], { id: '3', key: '3', kind: 'positive', involvements: [makeInvolvement('p3')] }),
    ];
    const { rows, notOnRoll } = await compareGroups({ ...input, labelled });
    expect(rows[0]).toMatchObject({ pupils: 1, involvements: 1 });
    expect(notOnRoll).toBe(1);
  });

  it('compares only groups of ten with ten involved, and finds the one that stands out', async () => {
    const labelled = Array.from({ length: 240 }, (_, i) =>
      makeLabelled([], {
        id: String(i),
        key: String(i),
        // Girls (even numbers) in seven of eight incidents, over thirty pupils each.
        involvements: [makeInvolvement(`p${i % 8 === 0 ? 1 + 2 * (i % 30) : 2 * (i % 30)}`)],
      }),
    );
    const { rows } = await compareGroups({ ...input, labelled });
    const girls = rows.find(({ group }) => group === 'Girls');
    expect(girls?.ratio).toBeGreaterThan(1.5);
    expect(girls?.ratio_interval?.[0]).toBeGreaterThan(1);
    expect(girls?.stands_out).toBe(true);
    expect(
      rows.find(({ characteristic, group }) => characteristic === 'Looked after' && group === 'Yes'),
    ).toMatchObject({
      on_roll: 1,
      ratio: null,
      stands_out: false,
    });
  });

  it('gives no rows for a roll of another year', async () => {
    const { rows } = await compareGroups({
      ...input,
      roll: ROLL.filter((entry) => entry.academicYear === '2024-25'),
    });
    expect(rows).toEqual([]);
  });
});

describe('groupOf', () => {
  const characteristic = (field: string) => {
    const found = readCharacteristics().find((each) => each.field === field);
    if (found === undefined) throw new Error(field);
    return found;
  };
  const [entry] = ROLL;
  if (entry === undefined) throw new Error('empty roll');

  it('gathers what schools write into groups', () => {
    const ethnicity = (value: string | null) =>
      groupOf(characteristic('ethnicity'), { ...entry, ethnicity: value });
    expect(ethnicity('White and Black Caribbean')).toBe('Mixed');
    expect(ethnicity('Black - Ghanaian')).toBe('Black');
    expect(ethnicity('Any Other White Background')).toBe('White other');
    expect(ethnicity('Any other ethnic group')).toBe('Any other group');
    expect(ethnicity(null)).toBe('Not recorded');
    expect(ethnicity('Refused')).toBe('Not known or refused');
    expect(ethnicity('Information Not Yet Obtained')).toBe('Not known or refused');
    expect(ethnicity('Martian')).toBe('Martian');
    const sen = (value: string) => groupOf(characteristic('sen'), { ...entry, sen: value });
    expect([
      sen('K'),
      sen('E'),
      sen('N'),
      sen('SEN Support'),
      sen('Education, Health and Care Plan'),
    ]).toEqual(['SEN support', 'EHC plan', 'No SEN', 'SEN support', 'EHC plan']);
    expect(groupOf(characteristic('gender'), { ...entry, gender: 'M' })).toBe('Boys');
  });
});
