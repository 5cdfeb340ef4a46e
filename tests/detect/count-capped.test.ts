import { expect, it } from 'vitest';
import { countCapped } from '../../src/detect/count-capped.ts';

it('counts at most three a day, within the span only', () => {
  const events = [1, 2, 2, 2, 2, 2, 3, 9].map((day) => ({ day }));
  expect(countCapped(events, { first: 1, last: 3 }, 3)).toBe(5);
  expect(countCapped(events, { first: 2, last: 2 }, 1)).toBe(1);
  expect(countCapped(events, { first: 4, last: 8 }, 3)).toBe(0);
});
