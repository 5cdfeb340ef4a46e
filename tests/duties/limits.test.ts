import { describe, expect, it } from 'vitest';
import { readMinutes, readSuspensionDays } from '../../src/duties/limits.ts';

describe('days of a suspension', () => {
  it.each([
    ['Suspended for 3 days', 3],
    ['two day suspension', 2],
    ['5-day fixed term exclusion', 5],
    ['Suspended 1.5 days', 1.5],
    ['half day suspension', 0.5],
    ['Suspension - 2 school days', 2],
    ['internally excluded for 2 days', null],
    ['Suspended', null],
    ['Off school for 3 days', null],
  ])('%s', (text, days) => {
    expect(readSuspensionDays(text)).toBe(days);
  });
});

describe('minutes out of the room', () => {
  it.each([
    ['outside for 3 minutes', 3],
    ['out for half an hour', 30],
    ['an hour, then 10 mins', 10],
    ['1 hour', 60],
    ['outside', null],
  ])('%s', (text, minutes) => {
    expect(readMinutes(text)).toBe(minutes);
  });
});
