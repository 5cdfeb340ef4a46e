import { describe, expect, it } from 'vitest';
import { readClockSpans } from '../../src/duties/read-clock-spans.ts';
import { readMinutesOut } from '../../src/duties/read-minutes-out.ts';

describe('the minutes between two times of the clock', () => {
  it.each([
    ['from 10.05 until 10.50', [45]],
    ['10:05-10:15', [10]],
    ['between 9.55 and 10.10am', [15]],
    ['11.50 to 1.10', [80]],
    ['1.30pm to 2.00pm', [30]],
    ['from 13:30 till 14:05', [35]],
    // Dates, scores and times that stand alone.
    ['10.11.25-14.11.25', []],
    ['10/11 to 12/11', []],
    ['at 10.05, rang mum at 10.50', []],
    ['25.10 to 26.30', []],
    ['14:05 to 13:30', []],
  ])('%s', (text, minutes) => {
    expect(readClockSpans(text)).toEqual(minutes);
  });

  it('are time out of the room only where the words say that a child was out', () => {
    expect(readMinutesOut('Sent outside the door from 10.05 until 10.50.')).toBe(45);
    expect(readMinutesOut('Sent out at 10.05. Detention from 12.10 to 12.40.')).toBeNull();
    expect(readMinutesOut('Out of the room for 5 minutes.')).toBe(5);
  });
});
