import { expect, it } from 'vitest';
import { expectPattern } from '../../src/policy/expect-pattern.ts';

it('gives the pattern', () => {
  expect(expectPattern('a|b', 'words.yaml: key')).toBe('a|b');
});

it('refuses one that is missing, with its place and what is expected', () => {
  expect(() => expectPattern(undefined, 'words.yaml: key')).toThrow(
    'words.yaml: key: expected a pattern, got undefined',
  );
  expect(() => expectPattern('', 'words.yaml: key')).toThrow(
    'words.yaml: key: expected a pattern, got nothing',
  );
});
