import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { buildClassifier } from '../../src/classify/build-classifier.ts';
import { buildCategoryMap } from '../../src/policy/category-map.ts';
import { findFaults, readSentences } from './read-sentences.ts';

// Plain sentences and their look-alikes: `kind|text|must have|must not have` in each line of each such file.
const sentences = readdirSync(import.meta.dirname)
  .filter((name) => name.startsWith('plain-sentences') && name.endsWith('.txt'))
  .sort()
  .flatMap((name) => readSentences(join(import.meta.dirname, name)));

describe('plain sentences', () => {
  const classifier = buildClassifier({ categoryMap: buildCategoryMap() });
  it.each(sentences.map((one) => [one.text, one] as const))('%s', (_, one) => {
    expect(findFaults(one, classifier)).toEqual([]);
  });
});
