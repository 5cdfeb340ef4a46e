import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { buildClassifier } from '../../src/classify/build-classifier.ts';
import { buildCategoryMap } from '../../src/policy/category-map.ts';
import { findFaults, readSentences } from './read-sentences.ts';

const SHARED = '../shared/eval/classification/functional.txt';
const whole = buildClassifier({ categoryMap: buildCategoryMap() });
/** The second reader has a say in records of several sentences; what the rules themselves find is tried without it. */
const rules = buildClassifier({ categoryMap: buildCategoryMap(), secondReader: null });

function check(path: string, classifier = whole): void {
  it.each(readSentences(path).map((one) => [one.kind, one.text, one] as const))('%s: %s', (_, __, one) => {
    expect(findFaults(one, classifier)).toEqual([]);
  });
}

const OWN = 'tests/classify/functional-cases.txt';
describe('our minimal pairs, by the rules', () => check(OWN, rules));
describe('our minimal pairs, by rules and second reader', () => {
  it('are told apart, 98 % of them', () => {
    const cases = readSentences(OWN);
    const failed = cases.filter((one) => findFaults(one, whole).length > 0);
    expect(failed.length / cases.length).toBeLessThanOrEqual(0.02);
  });
});
describe.skipIf(!existsSync(SHARED))('the shared minimal cases', () => {
  if (existsSync(SHARED)) check(SHARED);
});
