import { describe, expect, test } from 'vitest';
import { addEvidence, judgeDateOrder, startEvidence } from '../../src/import/judge-date-order.ts';
import monthNames from '../../src/import/month-names.yaml';
import { parseDate } from '../../src/import/parse-date.ts';
import { parseTime, timeOfDayFraction } from '../../src/import/parse-time.ts';
import { normaliseYearGroup } from '../../src/import/year-group.ts';

test('each name of a month is of one month, in small letters', () => {
  expect(monthNames).toHaveLength(12);
  const names = (monthNames as string[][]).flat();
  expect(new Set(names).size).toBe(names.length);
  expect(names.filter((name) => !/^[a-z]{3,10}$/.test(name))).toEqual([]);
});

describe('dates', () => {
  test.each([
    ['12/01/2026', '2026-01-12', null],
    ['12/01/2026 14:05', '2026-01-12', '14:05'],
    ['12/01/2026  2:05 PM', '2026-01-12', '14:05'],
    ['12-01-26', '2026-01-12', null],
    ['12.01.2026 14.05', '2026-01-12', '14:05'],
    ['12 / 01 / 2026', '2026-01-12', null],
    ['Monday, 12th of January 2026 at 2pm', '2026-01-12', '14:00'],
    ['January 12th, 2026 08:30', '2026-01-12', '08:30'],
    ['12Jan2026', '2026-01-12', null],
    ["12th Jan '26", '2026-01-12', null],
    ['12 Ionawr 2026 10:15', '2026-01-12', '10:15'],
    ['Dydd Llun 12fed o Ionawr 2026', '2026-01-12', null],
    ['dydd Mawrth, 3ydd o Fawrth 2026', '2026-03-03', null],
    ['21ain Mai 2026', '2026-05-21', null],
    ['Mawrth 3, 2026', '2026-03-03', null],
    ['1af Gorffennaf 2026', '2026-07-01', null],
    ['31 Medi 2026', null, null],
    ['12 Mawr 2026', null, null],
    ['2026-06-12T14:05:33.123+01:00', '2026-06-12', '14:05'],
    ['2026-01-12T14:05:33.123+01:00', '2026-01-12', '13:05'],
    ['2026-06-12T13:05:33Z', '2026-06-12', '14:05'],
    ['20260612T1305Z', '2026-06-12', '14:05'],
    ['2026-06-12T23:30:00.000Z', '2026-06-13', '00:30'],
    ['2026-06-11T23:00:00.000Z', '2026-06-12', '00:00'],
    ['2026-06-12T00:00:00Z', '2026-06-12', '00:00'],
    ['Fri Jun 12 2026 14:05:00 GMT+0100 (British Summer Time)', '2026-06-12', '14:05'],
    ['2026/1/2', '2026-01-02', null],
    ['20260112T1405', '2026-01-12', '14:05'],
    ['46034', '2026-01-12', null],
    ['46034.75', '2026-01-12', '18:00'],
    ['60', null, null],
    ['29/02/2024', '2024-02-29', null],
    ['29/02/2025', null, null],
    ['31/11/2025', null, null],
    ['00/01/2026', null, null],
    ['12/13/2026', null, null],
    ['2026-13-01', null, null],
    ['12 Foo 2026', null, null],
    ['Foo 12, 2026', null, null],
    ['123/01/2026', null, null],
    ['20260112345', null, null],
    ['TBC', null, null],
    ['########', null, null],
    ['14:05 on 12/01/2026', '2026-01-12', '14:05'],
  ])('%s', (text, date, time) => {
    expect(parseDate(text, 'dmy')).toMatchObject({ date, time });
  });
  test('the order of the column decides what is ambiguous', () => {
    expect(parseDate('02/03/2026', 'mdy').date).toBe('2026-02-03');
    expect(parseDate('13/03/2026', 'mdy')).toMatchObject({ date: null, evidence: 'dmy' });
    expect(parseDate('1/13/26 9:00', 'mdy')).toMatchObject({
      date: '2026-01-13',
      evidence: 'mdy',
      time: '09:00',
    });
  });
  test('text behind a date that is no time is odd, not fatal', () => {
    expect(parseDate('12/01/2026 after lunch', 'dmy')).toMatchObject({
      date: '2026-01-12',
      time: null,
      oddTime: true,
    });
    expect(parseDate('12/01/2026 99:99', 'dmy')).toMatchObject({
      date: '2026-01-12',
      time: null,
      oddTime: true,
    });
  });
});

describe('times', () => {
  test.each([
    ['14:05', '14:05'],
    ['2.05pm', '14:05'],
    ['2:05 a.m.', '02:05'],
    ['12am', '00:00'],
    ['12 pm', '12:00'],
    ['1405', '14:05'],
    ['905', '09:05'],
    ['approx 10:30', '10:30'],
    ['Lunch (12:40)', '12:40'],
    ['about 2:15 pm', '14:15'],
    ['10:30-10:45', '10:30'],
    ['0905 hrs', '09:05'],
    ['14:05:59', '14:05'],
    ['14h30', '14:30'],
    ['0.5868', '14:05'],
    ['30/12/1899 14:05', '14:05'],
    ['noon', '12:00'],
    ['Midday', '12:00'],
    ['14:05 PM', '14:05'],
    ['25:00', null],
    ['10:75', null],
    ['13pm', '13:00'],
    ['Period 3', null],
    ['', null],
    ['99pm', null],
  ])('%s', (text, time) => {
    expect(parseTime(text)).toBe(time);
  });
  test('a fraction of a day out of range is none', () => {
    expect(timeOfDayFraction(1)).toBeNull();
    expect(timeOfDayFraction(0.99999)).toBe('23:59');
  });
});

describe('the order of a column', () => {
  const judge = (dmy: number, mdy: number) => {
    const tally = startEvidence();
    for (let i = 0; i < dmy; i++) addEvidence(tally, 'dmy', false, i, 'd');
    for (let i = 0; i < mdy; i++) addEvidence(tally, 'mdy', false, i, 'm');
    return judgeDateOrder(tally);
  };
  test.each([
    [0, 0, 'dmy'],
    [5, 0, 'dmy'],
    [0, 1, 'mdy'],
    [1, 1, 'dmy'],
    [2, 2, 'contradictory'],
    [40, 2, 'dmy'],
    [18, 2, 'contradictory'],
    [1, 5, 'contradictory'],
    [2, 40, 'contradictory'],
  ])('%i day-first and %i month-first: %s', (dmy, mdy, order) => {
    expect(judge(dmy, mdy)).toBe(order);
  });
});

test.each([
  ['Y3', 'Year 3'],
  ['yr 03', 'Year 3'],
  ['3', 'Year 3'],
  ['Year 11', 'Year 11'],
  ['R', 'Reception'],
  ['YR', 'Reception'],
  ['Year R', 'Reception'],
  ['N2', 'Nursery'],
  ['Nursery', 'Nursery'],
  ['Sixth Form', 'Sixth Form'],
  ['P3', 'P3'],
  ['', null],
  ['N/A', null],
  ['Year 0', 'Reception'],
  ['99', '99'],
])('year group %j is %j', (cell, group) => {
  expect(normaliseYearGroup(cell)).toBe(group);
});
