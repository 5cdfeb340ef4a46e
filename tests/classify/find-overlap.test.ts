import { expect, it } from 'vitest';
import type { CueHit } from '../../src/classify/cue-hit.ts';
import wordData from '../../src/classify/data/cue-words.yaml';
import { isTold } from '../../src/classify/find-overlap.ts';
import { createTokenBuffer } from '../../src/classify/token-buffer.ts';
import { tokeniseField } from '../../src/classify/tokenise.ts';
import { buildVocabulary } from '../../src/classify/vocabulary.ts';

const NO_WORDS = buildVocabulary(new Map());

it('knows what somebody was told by the word that the cue begins with', () => {
  const tokens = createTokenBuffer();
  tokeniseField(tokens, 1, 'Told him that he would not', NO_WORDS);
  const at = (from: number) => isTold(tokens, { from } as CueHit);
  expect([at(0), at(1)]).toEqual([true, false]);
});

it('goes by single words in small letters, none twice', () => {
  const lists = Object.entries(wordData as Readonly<Record<string, readonly string[]>>);
  expect(lists.map(([name]) => name)).toEqual(['telling', 'reasons', 'saying', 'groups', 'instead']);
  for (const [name, list] of lists) {
    expect(list.length, name).toBeGreaterThan(0);
    expect(new Set(list).size, name).toBe(list.length);
    for (const word of list) expect(word).toMatch(/^[a-z]+$/);
  }
});
