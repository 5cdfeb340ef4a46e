import { describe, expect, it } from 'vitest';
import { createSlurMask } from '../../src/classify/create-slur-mask.ts';
import misspellings from '../../src/classify/data/misspellings.yaml';
import shorthand from '../../src/classify/data/shorthand.yaml';
import { gatherSpellings } from '../../src/classify/gather-spellings.ts';
import { type FeatureWords, visitWords } from '../../src/classify/text-features.ts';

const spellings = Object.entries(gatherSpellings());
const forms = Object.entries(shorthand as Record<string, string>).flatMap(([word, typed]) =>
  typed.split(' ').map((form) => ({ word, form })),
);

describe('gatherSpellings', () => {
  it('holds no spelling twice, and none of what is itself a spelling', () => {
    expect(new Set(forms.map(({ form }) => form)).size).toBe(forms.length);
    const all = gatherSpellings();
    expect(forms.filter(({ form }) => Object.hasOwn(misspellings as object, form))).toEqual([]);
    expect(spellings.filter(([, meant]) => Object.hasOwn(all, meant))).toEqual([]);
  });

  it('leaves letters out of a word and never changes them, beginning with the same', () => {
    const isLeftOut = ({ word, form }: { word: string; form: string }): boolean => {
      const rest = word[Symbol.iterator]();
      return form[0] === word[0] && [...form].every((letter) => [...takeUntil(rest, letter)].length > 0);
    };
    expect(forms.filter((one) => !isLeftOut(one))).toEqual([]);
  });

  it('makes nothing a slur or a dangerous thing', () => {
    const mask = createSlurMask();
    const grave =
      /^(knife|knives|blade|gun|weapon|drugs?|vape|alcohol|suicide|nude|naked|sex|rape|punch|kick|bite|fight|murder|kill|stab|frigid|topless|theft|steal|stolen|initiat|drag|grope|strangl|racis|gay|slag|slut|bull|restrain|exclu|suspen)/;
    expect(forms.filter(({ word }) => grave.test(word) || mask(word) !== word)).toEqual([]);
  });

  it('is what the second reader reads', () => {
    const read = (text: string) => {
      const met: string[] = [];
      visitWords(text, new Map() as FeatureWords, ({ characters }) =>
        met.push(String.fromCharCode(...characters)),
      );
      return met.join(' ');
    };
    expect(read('Grls askd at lnch, prnts infmd')).toBe(read('Girls asked at lunch, parents informed'));
    expect(read('Lnch')).toBe('lunch');
    expect(read('lnchx')).toBe('lnchx');
  });
});

/** The letters that an iterator gives up to the one wanted; none where it never comes. */
function* takeUntil(letters: Iterator<string>, wanted: string): Generator<string> {
  for (let next = letters.next(); next.done !== true; next = letters.next())
    if (next.value === wanted) {
      yield next.value;
      return;
    }
}
