import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildCalendar } from '../../src/calendar/build-calendar.ts';
import {
  countSchoolDays,
  findTerm,
  isSchoolDay,
  listSchoolDays,
  listSchoolWeeks,
  listTermsWithData,
} from '../../src/calendar/find-term.ts';
import { fromDayNumber, toDayNumber } from '../../src/calendar/iso-date.ts';
import { sampleHalfTerms } from './helpers/sample-half-terms.ts';

const calendar = buildCalendar(sampleHalfTerms(), 'england');

describe('finding terms and days', () => {
  it('finds the term of a day, half-term break included, and none in holidays', () => {
    expect(findTerm(calendar, '2024-10-28')?.name).toBe('2024-25 Autumn');
    expect(findTerm(calendar, '2024-12-21')).toBeNull();
  });

  it('knows school days', () => {
    expect(isSchoolDay(calendar, '2024-09-04')).toBe(true);
    expect(isSchoolDay(calendar, '2024-09-03')).toBe(false);
    expect(isSchoolDay(calendar, '2025-05-05')).toBe(false);
    expect(isSchoolDay(calendar, '2030-01-02')).toBe(false);
  });

  it('lists and counts the same days between any two dates', () => {
    const first = toDayNumber('2024-08-01');
    const day = fc.integer({ min: first, max: first + 800 }).map(fromDayNumber);
    fc.assert(
      fc.property(day, day, (from, to) => {
        const plain = calendar.schoolDays.filter((date) => date >= from && date <= to);
        expect(listSchoolDays(calendar, from, to)).toEqual(plain);
        expect(countSchoolDays(calendar, from, to)).toBe(plain.length);
      }),
    );
  });

  it('lists weeks with their school days', () => {
    expect(listSchoolWeeks(calendar, '2024-10-14', '2024-11-08')).toEqual([
      { week: '2024-10-14', term: '2024-25 Autumn', schoolDays: 5 },
      { week: '2024-10-21', term: '2024-25 Autumn', schoolDays: 4 },
      { week: '2024-11-04', term: '2024-25 Autumn', schoolDays: 5 },
    ]);
  });

  it('lists the terms the record reaches into', () => {
    const names = listTermsWithData(calendar, ['2025-03-01', '2025-09-20']).map((term) => term.name);
    expect(names).toEqual(['2024-25 Spring', '2024-25 Summer', '2025-26 Autumn']);
  });
});
