import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findWrittenDates, firstWeekdayFrom } from '../../src/calendar/find-written-dates.ts';
import { fromDayNumber } from '../../src/calendar/iso-date.ts';

const days = (text: string) => findWrittenDates(text, '2025-11-05').map(({ date }) => date);

describe('dates written in a text', () => {
  it.each([
    ['06/11/2025', ['2025-11-06']],
    ['6.11.25', ['2025-11-06']],
    ['2025-11-06', ['2025-11-06']],
    ['6th November', ['2025-11-06']],
    ['6 Nov 2025', ['2025-11-06']],
    ['Nov 6th, 2025', ['2025-11-06']],
    ['told 6/11 and 10/11', ['2025-11-06', '2025-11-10']],
    ['7 January', ['2026-01-07']],
    ['31/02/2025', []],
    ['Year 5/6', []],
    ['scored 9/10', []],
    ['at 10:30', []],
  ])('%s', (text, expected) => {
    expect(days(text)).toEqual(expected);
  });

  it.each(['Class', 'Yr', 'Y', 'P', 'KS', '(y'])('%s 7/11 is a class', (word) => {
    expect(days(`${word} 7/11`)).toEqual([]);
  });

  it.each(['Jay', 'Polly', 'Philip', 'Eric', 'the gym', 'Mrs Firth-Kelly'])('a day behind %s', (name) => {
    expect(days(`spoke to ${name} 7/11`)).toEqual(['2025-11-07']);
  });

  it.each([
    ['Mum told on the 7th.', ['2025-11-07']],
    ['Told both mums on 7th and 10/11/2025', ['2025-11-07', '2025-11-10']],
    ['Met on the 1st at 3pm', ['2025-12-01']],
    ['Told on the 7th November', ['2025-11-07']],
    ['Told on the 7th of November', ['2025-11-07']],
    ['Spoke to mum in a meeting on the 7th.', ['2025-11-07']],
    ['Met with dad, as agreed, on the 7th.', ['2025-11-07']],
    // Of an earlier event, or of what is to come.
    ['Told mum about this and what happened on the 3rd.', []],
    ['Told mum, as on the 3rd.', []],
    ['Told dad. Like the incident on the 3rd.', []],
    ['Phoned mum to invite her to a meeting on the 20th.', []],
    // Too far, or no day at all.
    ['Met on the 4th.', []],
    ['Fell on the 2nd floor', []],
    ['on the 7th and 8th attempts', []],
    ['the 7th time', []],
    ['his 7th.', []],
  ])('a day without its month: %s', (text, expected) => {
    expect(days(text)).toEqual(expected);
  });

  it('finds any day written day first, at its place', () => {
    fc.assert(
      fc.property(fc.integer({ min: 10_957, max: 25_000 }), (number) => {
        const date = fromDayNumber(number);
        const [year, month, day] = date.split('-');
        const text = `told ${day}/${month}/${year}.`;
        expect(findWrittenDates(text, '2025-11-05')).toEqual([{ start: 5, end: 15, date }]);
      }),
    );
  });

  it('gives the first such weekday, the day itself included', () => {
    expect(firstWeekdayFrom('2025-11-05', 3)).toBe('2025-11-05');
    expect(firstWeekdayFrom('2025-11-05', 1)).toBe('2025-11-10');
  });
});
