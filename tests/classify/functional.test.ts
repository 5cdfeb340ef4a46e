import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { buildClassifier } from '../../src/classify/build-classifier.ts';
import { buildCategoryMap } from '../../src/policy/category-map.ts';
import { makeIncident } from './read-labelled.ts';

const SHARED = '../shared/eval/classification/functional.txt';
const classifier = buildClassifier({ categoryMap: buildCategoryMap() });

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

function given(text: string): string[] {
  return classifier
    .classify(makeIncident('F', '', text, ''), new Map())
    .labels.filter((label) => label.status === 'alleged' || label.status === 'observed')
    .map((label) => label.code);
}

function check(path: string): void {
  it.each(readCases(path))('%s: %s', (_, text, must, mustNot) => {
    const labels = given(text);
    for (const code of must) expect(labels).toContain(code);
    for (const code of mustNot) expect(labels).not.toContain(code);
  });
}

describe('our minimal pairs', () => check('tests/classify/functional-cases.txt'));
describe.skipIf(!existsSync(SHARED))('the shared minimal cases', () => {
  if (existsSync(SHARED)) check(SHARED);
});
