import fc from 'fast-check';
import { expect, it } from 'vitest';
import { buildClassifier } from '../../src/classify/build-classifier.ts';
import { collapseRecords } from '../../src/classify/collapse-records.ts';
import { buildCategoryMap } from '../../src/policy/category-map.ts';

const { classify, classifyBlind } = buildClassifier({ categoryMap: buildCategoryMap() });

const NAMES = ['Adam Mills', 'Zoe Hart', 'Alfie Pugh', 'Will Green', 'Adam Hart'];
const pupils = new Map(NAMES.map((name, place) => [`p${place}`, { name }]));
const LISTS = [['Bullying'], ['Disruption'], []];
const SENTENCES = [
  'Adam kicked Zoe.',
  'Zoe kicked Adam.',
  'Adam was rude.',
  'Will you stop, said Zoe.',
  'ADAM swore.',
  '',
  'He hit her.',
];
const record = fc.record({
  categories: fc.constantFrom(...LISTS),
  categoryText: fc.constantFrom('Bullying', ''),
  narrative: fc.array(fc.constantFrom(...SENTENCES), { maxLength: 2 }).map((said) => said.join(' ')),
  action: fc.constantFrom('', 'Spoke to Adam.', 'Parents called.'),
  involvements: fc.subarray([...pupils.keys()].map((pupil) => ({ pupil }))),
});

it('comes to what each record comes to by itself, however many are taken at a time', () => {
  fc.assert(
    fc.property(fc.array(record, { maxLength: 30 }), fc.integer({ min: 1, max: 7 }), (records, most) => {
      const collapse = collapseRecords(records, pupils);
      let first = 0;
      for (let part = collapse.take(most); part.length > 0; part = collapse.take(most)) {
        expect(part.length).toBeLessThanOrEqual(most);
        collapse.settle(
          first,
          part.map((each) => classifyBlind(each.record, each.pupils)),
        );
        first += part.length;
      }
      expect(collapse.countLeft()).toBe(0);
      expect(collapse.gather()).toEqual(records.map((each) => classify(each, pupils)));
    }),
    { numRuns: 50 },
  );
});

const plain = { categories: LISTS[0] as string[], categoryText: 'Bullying', action: '' };

it('takes records together that differ in names alone, and no others', () => {
  const records = [
    { ...plain, narrative: 'Adam kicked him.', involvements: [{ pupil: 'p0' }] },
    { ...plain, narrative: 'Zoe kicked him.', involvements: [{ pupil: 'p1' }] },
    { ...plain, narrative: 'Zoe kicked her.', involvements: [{ pupil: 'p1' }] },
    { ...plain, narrative: 'Zoe kicked him.', involvements: [{ pupil: 'p1' }, { pupil: 'p0' }] },
    { ...plain, narrative: 'Zoe kicked him.', involvements: [] },
  ];
  expect(collapseRecords(records, pupils).take(9)).toHaveLength(4);
});

it('does not take two records for one where a word stands in another field', () => {
  const none = { ...plain, involvements: [] };
  const records = [
    { ...none, narrative: 'He hit', action: ' her' },
    { ...none, narrative: 'He hit ', action: 'her' },
    { ...none, narrative: 'He hit her', action: '' },
  ];
  expect(collapseRecords(records, pupils).take(9)).toHaveLength(3);
});

it('reads long records each for itself', () => {
  const long = { ...plain, narrative: 'He hit her. '.repeat(60), involvements: [] };
  expect(collapseRecords([long, long], pupils).take(9)).toHaveLength(2);
});
