import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createTokenBuffer } from '../../src/classify/token-buffer.ts';
import { normaliseWord, tokeniseField } from '../../src/classify/tokenise.ts';
import { assignBits } from '../../src/classify/traits.ts';
import { buildVocabulary, findWord } from '../../src/classify/vocabulary.ts';

describe('findWord', () => {
  it('finds every word and no other', () => {
    const some = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 8 }), { maxLength: 60 });
    fc.assert(
      fc.property(some, some, (known, asked) => {
        const vocabulary = buildVocabulary(new Map(known.map((word, place) => [word, place + 1])));
        for (const word of [...known, ...asked])
          expect(findWord(vocabulary, word)).toBe(known.indexOf(word) + 1);
      }),
    );
  });
  it('finds in a record the words that it finds by themselves, in either case', () => {
    const word = fc.stringMatching(/^[a-zA-Z]{1,9}$/);
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 12 }), (written) => {
        const known = [...new Set(written.filter((_, place) => place % 2 === 0).map(normaliseWord))];
        const vocabulary = buildVocabulary(new Map(known.map((one, place) => [one, place + 1])));
        const buffer = createTokenBuffer();
        tokeniseField(buffer, 1, written.join(' '), vocabulary);
        expect([...buffer.word.subarray(0, buffer.count)]).toEqual(
          written.map((one) => findWord(vocabulary, normaliseWord(one))),
        );
      }),
    );
  });
});

describe('assignBits', () => {
  const grammar = {
    symbols: new Map([['c:KNIFE', 0]]),
    wordSymbols: { starts: Int32Array.of(0, 0, 1), items: Int32Array.of(0) },
  };
  it('gives a word the bits of its classes', () => {
    expect(assignBits(grammar, { knife: 'KNIFE' })).toEqual({
      bits: { knife: 1 },
      traits: { ofWord: Int32Array.of(0, 1), ofSymbol: Int32Array.of(1) },
    });
  });
  it('refuses a class that the lexicon does not have, and more classes than bits', () => {
    expect(() => assignBits(grammar, { spoon: 'SPOON' })).toThrow('no class SPOON');
    const many = Object.fromEntries(Array.from({ length: 33 }, (_, place) => [`n${place}`, 'KNIFE']));
    expect(() => assignBits(grammar, many)).toThrow('More classes than bits');
  });
});
