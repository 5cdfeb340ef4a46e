import { describe, expect, it } from 'vitest';
import { buildClassifier } from '../../src/classify/build-classifier.ts';
import { openEarlyLabels } from '../../src/classify/early-labels.ts';
import { packClassifications } from '../../src/classify/pack-classifications.ts';
import { type PackedRecords, unpackRecords } from '../../src/classify/pack-records.ts';
import type { EarlyRecord } from '../../src/incident/early-record.ts';
import { buildCategoryMap } from '../../src/policy/category-map.ts';

const { classify } = buildClassifier({ categoryMap: buildCategoryMap() });

/** As a helper does it. */
function label(records: PackedRecords) {
  const given = [...unpackRecords(records)];
  return packClassifications(
    given.map(([record]) => record),
    given.map(([record, pupils]) => classify(record, pupils)),
  );
}

const record = (number: number, names: readonly string[] = ['Ann Lee', 'Tom Day']): EarlyRecord => ({
  categoryText: 'Fighting',
  categories: ['Fighting'],
  narrative: `Ann kicked Tom at break ${number} times.`,
  action: 'Parents rung.',
  names,
});

const incident = (early: EarlyRecord, pupils = ['upn:1', 'upn:2']) => ({
  ...early,
  involvements: pupils.map((pupil) => ({ pupil })),
});

const PUPILS = new Map([
  ['upn:1', { name: 'Ann Lee' }],
  ['upn:2', { name: 'Tom Day' }],
]);

/** Sends 40 records ahead, of which one batch of 32 is full, and answers. */
function openAnswered() {
  const sent: [number, PackedRecords][] = [];
  const early = openEarlyLabels((batch, records) => sent.push([batch, records]) > 0);
  for (let number = 2; number < 42; number++) early.note(record(number));
  for (const [batch, records] of sent) early.receive(batch, label(records));
  return { early, sent };
}

describe('openEarlyLabels', () => {
  it('gives the finished incident what a classifier would give it, roles under its own pupils', () => {
    const { early, sent } = openAnswered();
    expect(sent).toHaveLength(1);
    const found = early.find(incident(record(5)), PUPILS);
    expect(found).toEqual(classify(incident(record(5)), PUPILS));
    expect([...(found?.roles.keys() ?? [])]).toContain('upn:1');
  });
  it.each([
    ['other words', { ...record(5), action: 'Parents told.' }, ['upn:1', 'upn:2']],
    ['another category', { ...record(5), categories: ['Fight'] }, ['upn:1', 'upn:2']],
    ['one pupil more', record(5), ['upn:1', 'upn:2', 'upn:2']],
    ['one pupil fewer', record(5), ['upn:1']],
    ['the pupils in another order', record(5), ['upn:2', 'upn:1']],
    ['a pupil of another name', record(5), ['upn:1', 'upn:3']],
  ])('knows nothing of an incident with %s', (_, early, pupils) => {
    const named = new Map([...PUPILS, ['upn:3', { name: 'Tim Day' }]]);
    expect(openAnswered().early.find(incident(early, pupils), named)).toBeUndefined();
  });
  it('keeps words and names apart', () => {
    const { early } = openAnswered();
    const moved = { ...record(5), categories: ['Fighting', '', 'Ann Lee'], names: ['Tom Day'] };
    expect(early.find(incident(moved, ['upn:2']), PUPILS)).toBeUndefined();
  });
  it('sends no record of two pupils of one name, whose roles could not be told apart', () => {
    const sent: number[] = [];
    const early = openEarlyLabels((batch) => sent.push(batch) > 0);
    for (let number = 0; number < 64; number++) early.note(record(number, ['Ann Lee', 'Ann Lee']));
    expect(sent).toEqual([]);
  });
  it('forgets a batch that nobody takes', () => {
    let isBusy = true;
    const sent: [number, PackedRecords][] = [];
    const early = openEarlyLabels((batch, records) => !isBusy && sent.push([batch, records]) > 0);
    for (let number = 0; number < 32; number++) early.note(record(number));
    isBusy = false;
    for (let number = 32; number < 64; number++) early.note(record(number));
    for (const [batch, records] of sent) early.receive(batch, label(records));
    expect(early.find(incident(record(3)), PUPILS)).toBeUndefined();
    expect(early.find(incident(record(40)), PUPILS)).toBeDefined();
  });
  it('forgets what was sent, also what is answered later', () => {
    const { early, sent } = openAnswered();
    early.forget();
    for (const [batch, records] of sent) early.receive(batch, label(records));
    expect(early.find(incident(record(5)), PUPILS)).toBeUndefined();
  });
  it('hears nothing in an answer to what was not asked', () => {
    const { early, sent } = openAnswered();
    early.receive(99, label((sent[0] as [number, PackedRecords])[1]));
    expect(early.find(incident(record(5)), PUPILS)).toBeDefined();
  });
});
