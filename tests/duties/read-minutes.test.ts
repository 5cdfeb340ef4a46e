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
    ['out for a couple of minutes', 2],
    ['just a few minutes', 3],
    ['20 odd mins', 20],
    ['20ish minutes', 20],
    ['5/10 mins', 10],
    ['three-quarters of an hour', 45],
    ['a quarter of an hour', 15],
    ['an hour and a half', 90],
    ['30 seconds', 1],
    ['a couple of pupils', null],
  ])('%s', (text, minutes) => {
    expect(readMinutes(text)).toBe(minutes);
  });
});
