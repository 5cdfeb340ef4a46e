import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packClassifications, unpackClassifications } from '../../src/classify/pack-classifications.ts';
import { packRecords, unpackRecords } from '../../src/classify/pack-records.ts';
import type { RecordWords } from '../../src/classify/record-words.ts';
import type { Classification, Evidence } from '../../src/incident/classification.ts';
import type { PupilRole } from '../../src/incident/incident.ts';

const words = fc.record({
  categoryText: fc.string(),
  categories: fc.array(fc.string(), { maxLength: 3 }),
  narrative: fc.string({ unit: 'binary' }),
  action: fc.string(),
  pupils: fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 3 }),
});
const records = fc.array(
  words.map(
    ({ pupils, ...rest }): RecordWords => ({ ...rest, involvements: pupils.map((pupil) => ({ pupil })) }),
  ),
  { maxLength: 8 },
);
const names = new Map([
  ['a', { name: 'Ada Lloyd' }],
  ['b', { name: 'Ben Khan' }],
  ['c', { name: '' }],
]);

const field = fc.constantFrom<Evidence['field']>('category', 'narrative', 'action');
const code = fc.constantFrom('bullying', 'damage', 'weapon');
const span = { field, start: fc.nat(20), end: fc.nat(20) };
const evidence = fc.array(
  fc.record({ ...span, text: fc.string(), rule: fc.constantFrom('r.one', 'r.two') }),
  { maxLength: 3 },
);
const classification = fc.record({
  labels: fc.array(
    fc.record({
      code,
      status: fc.constantFrom('alleged' as const, 'observed' as const, 'historical' as const),
      strength: fc.constantFrom(1 as const, 2 as const, 3 as const),
      evidence,
    }),
    { maxLength: 3 },
  ),
  suppressed: fc.array(fc.record({ code, reason: fc.string(), evidence }), { maxLength: 2 }),
  review: fc.array(
    fc.record(
      {
        reason: fc.string(),
        code: fc.option(code),
        priority: fc.integer({ min: 1, max: 5 }),
        ...span,
        like: fc.string({ minLength: 1 }),
        missing: fc.integer({ min: 1, max: 900 }),
      },
      { requiredKeys: ['reason', 'code', 'priority', 'field', 'start', 'end'] },
    ),
    { maxLength: 2 },
  ),
  role: fc.constantFrom<PupilRole>('harming', 'harmed'),
});

describe('packRecords', () => {
  it('carries every word and name, with the pupils by their places', () => {
    fc.assert(
      fc.property(records, (given) => {
        const packed = structuredClone(packRecords(given.map((record) => ({ record, pupils: names }))));
        const back = [...unpackRecords(packed)];
        expect(back).toHaveLength(given.length);
        back.forEach(([record, pupils], index) => {
          const { involvements, ...rest } = given[index] as RecordWords;
          expect(record).toMatchObject(rest);
          expect(record.involvements.map(({ pupil }) => pupils.get(pupil)?.name)).toEqual(
            involvements.map(({ pupil }) => names.get(pupil)?.name),
          );
        });
      }),
    );
  });
});

describe('packClassifications', () => {
  it('brings back the same classifications, in the same order of keys', () => {
    fc.assert(
      fc.property(records, fc.array(classification, { minLength: 8, maxLength: 8 }), (given, found) => {
        const whole = given.map(({ involvements, ...rest }, index): Classification => {
          const { role, labels, ...other } = found[index] as (typeof found)[number];
          // Words as they stand in the record are told apart from masked ones.
          const written = { category: rest.categoryText, narrative: rest.narrative, action: rest.action };
          const shown = labels.map((label) => ({
            ...label,
            evidence: label.evidence.map((one, place) =>
              place === 0 ? { ...one, text: written[one.field].slice(one.start, one.end) } : one,
            ),
          }));
          return { labels: shown, ...other, roles: new Map(involvements.map(({ pupil }) => [pupil, role])) };
        });
        const back = unpackClassifications(given, structuredClone(packClassifications(given, whole)));
        expect(back).toEqual(whole);
        const text = (all: readonly Classification[]): string =>
          JSON.stringify(all.map(({ labels, suppressed, roles }) => [labels, suppressed, [...roles]]));
        expect(text(back)).toBe(text(whole));
      }),
    );
  });
});
