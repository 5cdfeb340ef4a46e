import { describe, expect, it } from 'vitest';
import { buildCalendar } from '../../src/calendar/build-calendar.ts';
import { addWorkingDays, countWorkingDays, isWorkingDay } from '../../src/calendar/working-days.ts';
import { sampleHalfTerms } from './helpers/sample-half-terms.ts';

const calendar = buildCalendar(sampleHalfTerms(), 'england');

describe('working days', () => {
  it('steps over weekends and bank holidays', () => {
    expect(addWorkingDays('2026-04-02', 1, 'england')).toBe('2026-04-07');
    expect(addWorkingDays('2026-04-02', 1, 'scotland')).toBe('2026-04-06');
    expect(addWorkingDays('2026-11-20', 5, 'england')).toBe('2026-11-27');
  });

  it('counts the days the school is open when given its calendar', () => {
    expect(addWorkingDays('2025-12-18', 2, calendar)).toBe('2026-01-06');
    expect(isWorkingDay('2026-02-17', calendar)).toBe(false);
    expect(isWorkingDay('2026-02-17', 'england')).toBe(true);
  });

  it('with none to add is the day itself, or the next that counts', () => {
    expect(addWorkingDays('2026-11-20', 0, 'england')).toBe('2026-11-20');
    expect(addWorkingDays('2026-11-21', 0, 'england')).toBe('2026-11-23');
  });

  it('does not guess past the end of the school calendar', () => {
    expect(addWorkingDays('2026-07-20', 2, calendar)).toBeNull();
    expect(() => addWorkingDays('2026-07-20', -1, 'england')).toThrow(RangeError);
  });

  it('counts back what it added', () => {
    expect(countWorkingDays('2026-04-02', '2026-04-07', 'england')).toBe(1);
    expect(countWorkingDays('2026-04-07', '2026-04-02', 'england')).toBe(0);
  });
});
