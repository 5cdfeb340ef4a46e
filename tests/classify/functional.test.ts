import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { buildClassifier } from '../../src/classify/build-classifier.ts';
import { buildCategoryMap } from '../../src/policy/category-map.ts';
import { makeIncident } from './read-labelled.ts';

const SHARED = '../shared/eval/classification/functional.txt';
const whole = buildClassifier({ categoryMap: buildCategoryMap() });
/** The second reader has a say in records of several sentences; what the rules themselves find is tried without it. */
const rules = buildClassifier({ categoryMap: buildCategoryMap(), secondReader: null });

function readCases(
  path: string,
): readonly (readonly [string, string, readonly string[], readonly string[]])[] {
  const list = (cell: string): string[] =>
    cell
      .split(',')
      .map((code) => code.trim())
      .filter((code) => code !== '');
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [kind = '', text = '', must = '', mustNot = ''] = line.split('|');
      return [kind, text, list(must), list(mustNot)] as const;
    });
}

function given(text: string, classifier = whole): string[] {
  return classifier
    .classify(makeIncident('F', '', text, ''), new Map())
    .labels.filter((label) => label.status === 'alleged' || label.status === 'observed')
    .map((label) => label.code);
}

function check(path: string, classifier = whole): void {
  it.each(readCases(path))('%s: %s', (_, text, must, mustNot) => {
    const labels = given(text, classifier);
    for (const code of must) expect(labels).toContain(code);
    for (const code of mustNot) expect(labels).not.toContain(code);
  });
}

const OWN = 'tests/classify/functional-cases.txt';
describe('our minimal pairs, by the rules', () => check(OWN, rules));
describe('our minimal pairs, by rules and second reader', () => {
  it('are told apart, 98 % of them', () => {
    const cases = readCases(OWN);
    const failed = cases.filter(([, text, must, mustNot]) => {
      const labels = given(text);
      return must.some((code) => !labels.includes(code)) || mustNot.some((code) => labels.includes(code));
    });
    expect(failed.length / cases.length).toBeLessThanOrEqual(0.02);
  });
});
describe.skipIf(!existsSync(SHARED))('the shared minimal cases', () => {
  if (existsSync(SHARED)) check(SHARED);
});
