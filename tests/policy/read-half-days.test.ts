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
    ['Suspended for 5 days extended to 7 by the head.', 7],
    ['Suspended for 5 days at lunchtimes only', 2.5],
    ['Excluded at lunchtimes: 3 days', 1.5],
    ['Suspended 06/11 pm only', 0.5],
    ['Suspended on Friday afternoon only', 0.5],
  ])('%s', (text, days) => {
    expect(readSuspensionDays(text)).toBe(days);
  });

  it.each([
    ['Suspended at lunchtime for 2 days', 2],
    ['Lunchtime fight: suspended for 3 days', 3],
    ['Suspended for 2 days, lunchtimes in reflection on return', 2],
    ['Suspended for 5 days, detention extended to 7', 5],
    ['After the fight at lunchtime suspension of 3 days given', 3],
    ['Suspended after fights at two lunchtimes, for 3 days', null],
    ['Suspended for hitting at lunchtimes: 3 days', 3],
    ['Suspended as lunchtimes are unsafe, 4 days', 4],
    ['Suspended for 3 days for incidents over 2 lunchtimes', 3],
    ['Suspended after fights at 2 lunchtimes', null],
    ['Excluded, arrived for the afternoon in tears', null],
    ['Suspended for the morning incident', null],
    ['Suspended. In isolation pm only on return', null],
    ['Suspended for 2 days, fights up to 7', 2],
    ['Suspended', null],
    ['Detention pm only', null],
    ['Suspended for the day', null],
    ['Suspension of 2 days, appointment moved up to 7 November', 2],
  ])('leaves others: %s', (text, days) => {
    expect(readSuspensionDays(text)).toBe(days);
  });

  it('tells lunchtimes by what stands around the word', () => {
    const around = { before: '', word: 'suspended', between: ' for ', after: '' };
    expect(areLunchtimes({ ...around, before: 'a lunchtime ', word: 'suspension' })).toBe(true);
    expect(areLunchtimes({ ...around, before: 'at lunchtime ', word: 'suspension' })).toBe(false);
    expect(areLunchtimes({ ...around, before: 'at lunchtime ' })).toBe(false);
    expect(areLunchtimes({ ...around, after: ' at lunchtimes only' })).toBe(true);
    expect(readHalfDays('Suspended for 2 lunchtimes')).toBe(1);
    expect(readHalfDays('Suspended')).toBeNull();
  });
});
