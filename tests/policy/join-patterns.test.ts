import { expect, it } from 'vitest';
import { joinPatterns } from '../../src/policy/join-patterns.ts';

it('joins patterns so that any of them may stand', () => {
  const joined = new RegExp(`^${joinPatterns(['a|b', 'cd'], 'words: some')}$`);
  expect(['a', 'b', 'cd', 'acd', 'bd'].map((text) => joined.test(text))).toEqual([
    true,
    true,
    true,
    false,
    false,
  ]);
});

it.each([[[], 'words: some: expected a list of patterns, got none']])('refuses %j', (patterns, said) => {
  expect(() => joinPatterns(patterns, 'words: some')).toThrow(said);
});

it('refuses a list that is not there', () => {
  expect(() => joinPatterns(undefined, 'words: some')).toThrow('words: some');
});
