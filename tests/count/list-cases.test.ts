import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countPeriod } from '../../src/count/count-period.ts';
import { listCases } from '../../src/count/list-cases.ts';
import type { PupilRole } from '../../src/incident/incident.ts';
import { makeInvolvement, makeLabelled } from '../helpers/make-labelled.ts';
import { DAY_PERIODS, PERIODS, PUPILS, sampleRecord } from './sample-record.ts';

const { period } = PERIODS;
const pupils = new Map(
  ['a', 'b', 'c'].map((key) => [
    key,
    { key, name: key, label: `Pupil ${key.toUpperCase()}`, upn: null, dateOfBirth: null },
  ]),
);
const record = (
  id: string,
  date: string,
  parts: Readonly<Record<string, PupilRole>>,
  codes: readonly string[],
) =>
  makeLabelled(codes, {
    id,
    date,
    narrative: 'He said zork.',
    involvements: Object.entries(parts).map(([pupil, role]) => makeInvolvement(pupil, { role })),
  });
const list = (labelled: Parameters<typeof listCases>[0]['labelled'], codes = ['bullying']) =>
  listCases({
    labelled,
    pupils,
    period,
    codes,
    dayPeriods: DAY_PERIODS,
    mask: (text) => text.replace('zork', 'z***'),
  });

describe('listCases', () => {
  it('lists a pupil under the part that the record gives, and masks the words', () => {
    const [only] = list([
      record('1', '2026-05-04', { a: 'harming', b: 'harmed', c: 'unknown' }, [
        'bullying',
        'response.parent_contact',
      ]),
    ]);
    expect(only).toMatchObject({
      incident_id: '1',
      codes: ['bullying'],
      harming: ['Pupil A'],
      harmed: ['Pupil B'],
      named: ['Pupil C'],
      witnesses: [],
      narrative: 'He said z***.',
      parents_told: true,
      earlier: [],
    });
  });

  it('finds earlier cases of the year before with the same pupil in the same part, and no others', () => {
    const cases = list([
      record('old', '2025-04-30', { a: 'harming' }, ['bullying']),
      record('1', '2025-11-04', { a: 'unknown', b: 'harmed' }, ['bullying']),
      record('2', '2026-02-04', { b: 'harming' }, ['bullying']),
      record('3', '2026-02-05', { a: 'harming' }, ['disruption']),
      record('4', '2026-05-04', { a: 'harming', b: 'harmed' }, ['bullying']),
      record('5', '2026-05-05', { a: 'witness', c: 'harmed' }, ['bullying']),
    ]);
    expect(cases.map(({ incident_id, earlier }) => [incident_id, earlier])).toEqual([
      ['4', ['1']],
      ['5', []],
    ]);
  });

  it('lists every behaviour incident when no label is asked for', () => {
    const labelled = [
      record('1', '2026-05-04', { a: 'harming' }, []),
      record('2', '2026-05-04', { a: 'harming' }, ['bullying']),
    ];
    const cases = listCases({ labelled, pupils, period, codes: null, dayPeriods: [], mask: (text) => text });
    expect(cases.map(({ incident_id, earlier }) => [incident_id, earlier])).toEqual([
      ['1', []],
      ['2', []],
    ]);
    expect(cases[0]).toMatchObject({ slot: 'Time not recorded', categories: ['Behaviour'] });
  });

  it('names what a record is about once: a kind of bullying is bullying too', () => {
    const [only] = list([
      record('1', '2026-05-04', { a: 'harming' }, [
        'bullying',
        'bullying.racial',
        'prejudice.racist',
        'damage',
      ]),
    ]);
    expect(only?.codes).toEqual(['bullying.racial', 'damage']);
  });

  it('is as long as the number that is counted, oldest first, whatever the order of the records', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(1e6), fc.constantFrom('bullying', 'prejudice.racist'), async (seed, code) => {
        const labelled = sampleRecord(120, seed);
        const input = {
          pupils: PUPILS,
          period,
          dayPeriods: DAY_PERIODS,
          codes: [code],
          mask: (text: string) => text,
        };
        const cases = listCases({ ...input, labelled });
        const counts = await countPeriod(labelled, period, DAY_PERIODS);
        expect(cases.length).toBe(counts.labels[code]);
        const days = cases.map(({ date }) => date);
        expect(days).toEqual([...days].sort());
        expect(listCases({ ...input, labelled: [...labelled].reverse() })).toEqual(cases);
      }),
      { numRuns: 20 },
    );
  });
});
