import { describe, expect, it } from 'vitest';
import { buildCalendar } from '../../src/calendar/build-calendar.ts';
import { MAX_SUSPENSION_DAYS, statutoryTermOf, statutoryYearOf } from '../../src/calendar/statutory-terms.ts';
import { sampleHalfTerms } from './helpers/sample-half-terms.ts';

describe('statutory terms', () => {
  it('are the school’s own terms in a three-term year', () => {
    const calendar = buildCalendar(sampleHalfTerms(), 'england');
    expect(statutoryTermOf(calendar, '2026-03-02')).toEqual({
      name: '2025-26 Spring',
      from: '2026-01-05',
      to: '2026-03-27',
    });
  });

  it('are three spans of the year in a six-term year, whatever the school calls them', () => {
    let number = 0;
    const six = sampleHalfTerms().map((half) => {
      number += 1;
      const term = `Term ${((number - 1) % 6) + 1}`;
      return { ...half, term, name: term };
    });
    const calendar = buildCalendar(six, 'england');
    expect(calendar.terms).toHaveLength(12);
    expect(statutoryTermOf(calendar, '2026-02-24')).toEqual({
      name: 'Spring 2026 (statutory)',
      from: '2026-01-01',
      to: '2026-04-05',
    });
    expect(statutoryTermOf(calendar, '2026-06-02')).toMatchObject({ from: '2026-04-06', to: '2026-07-31' });
    expect(statutoryTermOf(calendar, '2025-10-01')).toMatchObject({ from: '2025-08-01', to: '2025-12-31' });
  });

  it('counts the limit of 45 days over 1 August to 31 July', () => {
    expect(MAX_SUSPENSION_DAYS).toBe(45);
    expect(statutoryYearOf('2026-07-31')).toEqual({ name: '2025-26', from: '2025-08-01', to: '2026-07-31' });
    expect(statutoryYearOf('2026-08-01').name).toBe('2026-27');
  });
});
