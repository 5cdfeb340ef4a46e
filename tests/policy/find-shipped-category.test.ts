import { expect, test } from 'vitest';
import { findShippedCategory } from '../../src/policy/find-shipped-category.ts';

test('a category that ships is known word for word, in any case, and no part of one is', () => {
  expect(findShippedCategory('BULLYING')).toEqual({ kind: 'behaviour', nature: 'broad' });
  expect(findShippedCategory('Safeguarding')?.kind).toBe('safeguarding');
  expect(findShippedCategory('Bullying or worse')).toBeNull();
});
