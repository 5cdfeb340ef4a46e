import { describe, expect, it } from 'vitest';
import { areLunchtimes, readHalfDays } from '../../src/policy/read-half-days.ts';
import { readSuspensionDays } from '../../src/policy/read-suspension-days.ts';

describe('half days', () => {
  it.each([
    ['Lunchtime suspensions for 4 days', 2],
    ['lunchtime exclusion for three days', 1.5],
    ['Excluded at lunchtimes for 4 days', 2],
    ['Excluded for 3 lunchtimes', 1.5],
    ['Suspended pm only', 0.5],
    ['Suspended for the afternoon', 0.5],
    ['Suspension of 5 days extended to 7', 7],
    ['Suspended for 6 days, reduced to 3.', 3],
  ])('%s', (text, days) => {
    expect(readSuspensionDays(text)).toBe(days);
  });

  it.each([
    ['Suspended at lunchtime for 2 days', 2],
    ['Lunchtime fight: suspended for 3 days', 3],
    ['Suspended for 2 days, lunchtimes in reflection on return', 2],
    ['Suspended for 5 days, detention extended to 7', 5],
    ['Suspended', null],
    ['Detention pm only', null],
    ['Suspended for the day', null],
    ['Suspension of 2 days, appointment moved up to 7 November', 2],
  ])('leaves others: %s', (text, days) => {
    expect(readSuspensionDays(text)).toBe(days);
  });

  it('tells lunchtimes by what stands around the word', () => {
    expect(areLunchtimes('a lunchtime ', 'suspension', ' for ')).toBe(true);
    expect(areLunchtimes('at lunchtime ', 'suspended', ' for ')).toBe(false);
    expect(readHalfDays('Suspended for 2 lunchtimes')).toBe(1);
    expect(readHalfDays('Suspended')).toBeNull();
  });
});
