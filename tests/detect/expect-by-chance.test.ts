import { expect, it } from 'vitest';
import { expectByChance } from '../../src/detect/expect-by-chance.ts';

it('says how long a list chance alone would make: short, and never longer for a stricter limit', () => {
  const strict = { q_clear: 0.05, q_possible: 0, max_possible: 0 };
  const loose = { q_clear: 0.2, q_possible: 0.2, max_possible: 0 };
  expect(expectByChance(0, loose)).toBe(0);
  expect(expectByChance(50, loose)).toBeLessThan(1);
  expect(expectByChance(50, strict)).toBeLessThanOrEqual(expectByChance(50, loose));
  expect(expectByChance(50, { ...loose, q_clear: 1 })).toBe(50);
});
