import { describe, expect, it } from 'vitest';
import { readSuspensionDays } from '../../src/policy/read-suspension-days.ts';

describe('days of a suspension', () => {
  it.each([
    ['Suspended for 3 days', 3],
    ['two day suspension', 2],
    ['5-day fixed term exclusion', 5],
    ['Suspended for 1.5 days, work set.', 1.5],
    ['half day suspension', 0.5],
    ['Half a day suspension given.', 0.5],
    ['Suspension - 2 school days', 2],
    ['FTE for 3 days', 3],
    ['FTE 3d', 3],
    ['Excluded for fifteen school days', 15],
    ['Suspended for two and a half days', 2.5],
    ['Suspended 2½ days', 2.5],
    ['Suspended for two days and a half', 2.5],
    ['Suspended for twenty-five days', 25],
    ['Suspended 2 days, then suspended 4 days', 4],
    ['Excluded 3 days', 3],
    ['excluded until Monday', null],
    ['Suspended. Back on Monday.', null],
    ['Suspended for 0 days', null],
    ['Suspended for 400 days', null],
    ['internally excluded for 2 days', null],
    ['Internal exclusion 2 days. Suspended.', null],
    ['Kept in for two days. Suspension considered.', null],
    ['Suspended', null],
    ['Off school for 3 days', null],
    ['', null],
  ])('%s', (text, days) => {
    expect(readSuspensionDays(text)).toBe(days);
  });
});
