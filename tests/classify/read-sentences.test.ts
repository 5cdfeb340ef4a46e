import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readTaxonomy } from '../../src/policy/taxonomy.ts';
import { findFaults, readSentences } from './read-sentences.ts';

const FOLDER = 'fixtures/labelled/sentences';
const codes = new Set(readTaxonomy().labels.map(({ code }) => code));

describe('the labelled sentences', () => {
  it.each(readdirSync(FOLDER))('%s asks something of each, by labels of the taxonomy', (file) => {
    const sentences = readSentences(join(FOLDER, file));
    expect(sentences.length).toBeGreaterThanOrEqual(400);
    for (const { text, must, mustNot } of sentences) {
      expect([...must, ...mustNot].filter((code) => !codes.has(code))).toEqual([]);
      expect(must.filter((code) => mustNot.includes(code))).toEqual([]);
      expect(text).not.toBe('');
    }
  });

  it('are wrong where a label is missing and where one is too many', () => {
    const classifier = {
      classify: () => ({
        labels: [{ code: 'theft', status: 'observed' }],
        suppressed: [],
        review: [],
      }),
    } as never;
    const sentence = { kind: 'k', text: 'He took it.', must: ['damage'], mustNot: ['theft'] };
    expect(findFaults(sentence, classifier)).toEqual(['lacks damage', 'has theft']);
  });
});
