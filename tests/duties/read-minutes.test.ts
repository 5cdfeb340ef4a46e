import { describe, expect, it } from 'vitest';
import { readMinutes } from '../../src/duties/read-minutes.ts';

describe('minutes', () => {
  it.each([
    ['outside for 3 minutes', 3],
    ['out for half an hour', 30],
    ['an hour, then 10 mins', 10],
    ['1 hour', 60],
    ['out for two and a half hours', 150],
    ['outside', null],
  ])('%s', (text, minutes) => {
    expect(readMinutes(text)).toBe(minutes);
  });
});
