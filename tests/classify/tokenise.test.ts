import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createTokenBuffer, MARK, MAX_TOKENS_PER_FIELD, readToken } from '../../src/classify/token-buffer.ts';
import { cutPhrase, normaliseWord, resetTokens, tokeniseField } from '../../src/classify/tokenise.ts';
import { buildVocabulary } from '../../src/classify/vocabulary.ts';

const NO_WORDS = buildVocabulary(new Map());

function cut(text: string): { words: string[]; marks: number[]; sentences: number[]; truncated: boolean } {
  const buffer = createTokenBuffer();
  tokeniseField(buffer, 1, text, NO_WORDS);
  const all = Array.from({ length: buffer.count }, (_, index) => index);
  return {
    words: all.map((index) => readToken(buffer, index)),
    marks: all.map((index) => buffer.marks[index] ?? 0),
    sentences: all.map((index) => buffer.sentence[index] ?? 0),
    truncated: buffer.truncated,
  };
}

describe('tokeniseField', () => {
  it('cuts possessives off and keeps contractions whole', () => {
    expect(cut("Tom's mum wouldn't come.").words).toEqual(['Tom', "'s", 'mum', "wouldn't", 'come']);
  });
  it('keeps shorthand with a slash', () => {
    expect(cut('p/c home, w/ mum').words).toEqual(['p/c', 'home', 'w/', 'mum']);
  });
  it('keeps masked words whole', () => {
    expect(cut('called him a f***ing p***').words).toEqual(['called', 'him', 'a', 'f***ing', 'p***']);
  });
  it('ends a sentence at a full stop but not in a time or after a title', () => {
    expect(cut('Mr. Lee came at 11.20. He left.').sentences).toEqual([1, 1, 1, 1, 1, 2, 2]);
  });
  it('marks capitals, commas, breaks, numbers and quotes', () => {
    const { words, marks } = cut('No, "Ben" - 3');
    expect(words).toEqual(['No', 'Ben', '3']);
    expect((marks[1] ?? 0) & MARK.quoted).toBe(MARK.quoted);
    expect((marks[1] ?? 0) & MARK.commaBefore).toBe(MARK.commaBefore);
    expect((marks[2] ?? 0) & MARK.breakBefore).toBe(MARK.breakBefore);
    expect((marks[2] ?? 0) & MARK.number).toBe(MARK.number);
  });
  it('says when a field is too long to be read whole', () => {
    expect(cut('hit '.repeat(MAX_TOKENS_PER_FIELD + 1)).truncated).toBe(true);
    expect(cut('hit '.repeat(10)).truncated).toBe(false);
  });
  it('gives tokens in order that are never empty, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const buffer = createTokenBuffer();
        tokeniseField(buffer, 1, text, NO_WORDS);
        let last = 0;
        for (let index = 0; index < buffer.count; index++) {
          const start = buffer.start[index] ?? -1;
          const end = buffer.end[index] ?? -1;
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          last = end;
        }
      }),
    );
  });
  it('starts again after a reset', () => {
    const buffer = createTokenBuffer();
    tokeniseField(buffer, 1, 'one two', NO_WORDS);
    resetTokens(buffer);
    expect(buffer.count).toBe(0);
  });
});

describe('normaliseWord', () => {
  it.each([
    ['Y9', 'y#'],
    ['2nd', '#nd'],
    ['f*****', 'f*'],
    ['Wouldn’t', "wouldn't"],
    ['999', '999'],
    ['1:1', '1:1'],
    ['11.20', '#'],
  ])('%s becomes %s', (raw, normal) => {
    expect(normaliseWord(raw)).toBe(normal);
  });
});

describe('cutPhrase', () => {
  it('cuts phrases of the lexicon as text is cut', () => {
    expect(cutPhrase("mum's partner")).toEqual(['mum', "'s", 'partner']);
    expect(cutPhrase('y#')).toEqual(['y#']);
    expect(cutPhrase('year #')).toEqual(['year', '#']);
    expect(cutPhrase("'s")).toEqual(["'s"]);
    expect(cutPhrase('a & b')).toEqual(['a', 'and', 'b']);
  });
});
