import { describe, expect, it } from 'vitest';
import { findSchoolDay } from '../../src/calendar/find-school-day.ts';

describe('findSchoolDay', () => {
  const days = ['2026-01-06', '2026-01-07', '2026-01-12'];
  it('finds the day itself, else the school day before, else the one after', () => {
    expect(findSchoolDay(days, '2026-01-07', 3)).toBe(1);
    expect(findSchoolDay(days, '2026-01-10', 3)).toBe(1);
    expect(findSchoolDay(days, '2026-01-11', 3)).toBe(2);
    expect(findSchoolDay(days, '2026-01-05', 3)).toBe(0);
  });
  it('finds none when every school day is too far', () => {
    expect(findSchoolDay(days, '2026-02-01', 3)).toBe(-1);
    expect(findSchoolDay(days, '2025-12-25', 3)).toBe(-1);
  });
});
