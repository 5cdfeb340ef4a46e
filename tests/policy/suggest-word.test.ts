import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { suggestWord } from '../../src/policy/suggest-word.ts';

const KEYS = ['school', 'phase', 'nation', 'policy', 'terms'];

describe('suggestWord', () => {
  it.each([
    ['shcool', 'school'],
    ['term', 'terms'],
    ['Polcy', 'policy'],
    ['nations', 'nation'],
  ])('takes %s for %s', (typed, meant) => {
    expect(suggestWord(typed, KEYS)).toBe(meant);
  });

  it.each(['colour', 'x', ''])('does not guess at %j', (typed) => {
    expect(suggestWord(typed, KEYS)).toBeNull();
  });

  it('finds every known word itself, and one letter left out of a long one', () => {
    fc.assert(
      fc.property(fc.constantFrom('suppression', 'exclusions', 'thresholds'), fc.nat(9), (word, at) => {
        const known = ['suppression', 'exclusions', 'thresholds'];
        expect(suggestWord(word, known)).toBe(word);
        expect(suggestWord(word.slice(0, at) + word.slice(at + 1), known)).toBe(word);
      }),
    );
  });
});
