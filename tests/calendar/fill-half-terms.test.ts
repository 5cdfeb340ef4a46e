import { describe, expect, it } from 'vitest';
import { assumeCalendar } from '../../src/calendar/assume-calendar.ts';
import { buildCalendar } from '../../src/calendar/build-calendar.ts';
import { fillHalfTerms } from '../../src/calendar/fill-half-terms.ts';
import { countSchoolDays, findTerm } from '../../src/calendar/find-term.ts';

const yearOf = (date: string, terms: 3 | 6 = 3) =>
  assumeCalendar('england', date, date, terms).calendar.terms.flatMap(({ halfTerms }) => halfTerms);
const last = yearOf('2024-10-01');

describe('fillHalfTerms', () => {
  it('leaves term dates alone that reach every record', () => {
    const filled = fillHalfTerms(last, 'england', ['2024-08-20', '2025-08-10'], 3);
    expect(filled).toEqual({ halfTerms: last, assumption: null });
  });

  it('adds the school year that records are of and the dates are not, and says so', () => {
    const { halfTerms, assumption } = fillHalfTerms(last, 'england', ['2025-11-03', '2026-02-03'], 3);
    const calendar = buildCalendar(halfTerms, 'england');
    expect(findTerm(calendar, '2025-11-03')?.name).toBe('2025-26 Autumn');
    expect(findTerm(calendar, '2026-02-03')?.name).toBe('2025-26 Spring');
    expect(countSchoolDays(calendar, '2025-11-03', '2025-11-07')).toBe(5);
    expect(assumption).toContain('2025-26');
    expect(assumption).not.toContain('2024-25');
  });

  it('adds the rest of a year given in part, over no day that is given', () => {
    const autumn = last.filter(({ term }) => term === 'Autumn');
    const { halfTerms } = fillHalfTerms(autumn, 'england', ['2024-10-01', '2025-02-03'], 3);
    expect(halfTerms).toEqual(last);
  });

  it('numbers the terms where the given year has six', () => {
    const { halfTerms } = fillHalfTerms(yearOf('2024-10-01', 6), 'england', ['2025-11-03', '2025-11-03'], 3);
    expect(halfTerms.slice(6).map(({ name }) => name)).toEqual(
      [1, 2, 3, 4, 5, 6].map((number) => `Term ${number}`),
    );
  });
});
