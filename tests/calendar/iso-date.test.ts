import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  daysBetween,
  formatDayMonth,
  formatDayMonthYear,
  fromDayNumber,
  isoDate,
  isWeekday,
  mondayOf,
  partsOf,
  toDayNumber,
  weekdayOf,
} from '../../src/calendar/iso-date.ts';

describe('iso dates', () => {
  it('counts days from 1970-01-01', () => {
    expect(toDayNumber('1970-01-01')).toBe(0);
    expect(toDayNumber('2000-02-29')).toBe(11_016);
    expect(toDayNumber('2026-11-22')).toBe(20_779);
    expect(fromDayNumber(-1)).toBe('1969-12-31');
  });

  it('agrees with the calendar of the platform for every day of two centuries', () => {
    fc.assert(
      fc.property(fc.integer({ min: -36_000, max: 60_000 }), (day) => {
        const date = fromDayNumber(day);
        expect(date).toBe(new Date(day * 86_400_000).toISOString().slice(0, 10));
        expect(toDayNumber(date)).toBe(day);
        expect(weekdayOf(date)).toBe(new Date(day * 86_400_000).getUTCDay() || 7);
      }),
    );
  });

  it('adds and subtracts over leap days and year ends', () => {
    expect(addDays('2024-02-28', 2)).toBe('2024-03-01');
    expect(addDays('2025-12-31', 1)).toBe('2026-01-01');
    expect(addDays('2026-01-01', -366)).toBe('2024-12-31');
    expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2);
    expect(daysBetween('2026-01-02', '2026-01-01')).toBe(-1);
  });

  it('knows weeks', () => {
    expect(weekdayOf('2026-11-22')).toBe(7);
    expect(mondayOf('2026-11-22')).toBe('2026-11-16');
    expect(mondayOf('2026-11-16')).toBe('2026-11-16');
    expect(isWeekday('2026-11-20')).toBe(true);
    expect(isWeekday('2026-11-21')).toBe(false);
  });

  it('writes dates in words', () => {
    expect(formatDayMonthYear('2026-01-12')).toBe('12 January 2026');
    expect(formatDayMonth('2026-09-01')).toBe('1 September');
    expect(partsOf('2026-01-12')).toEqual({ year: 2026, month: 1, day: 12 });
    expect(isoDate(26, 1, 2)).toBe('0026-01-02');
  });

  it('refuses what is no date', () => {
    expect(() => toDayNumber('12/01/2026')).toThrow(RangeError);
    expect(() => formatDayMonth('2026-13-01')).toThrow(RangeError);
  });
});
