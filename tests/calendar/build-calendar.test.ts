import { describe, expect, it } from 'vitest';
import { buildCalendar } from '../../src/calendar/build-calendar.ts';
import { countSchoolDays } from '../../src/calendar/find-term.ts';
import { TermwiseError } from '../../src/errors.ts';
import { sampleHalfTerms } from './helpers/sample-half-terms.ts';

describe('buildCalendar', () => {
  it('counts the school days of each half-term as the school did', () => {
    const calendar = buildCalendar(sampleHalfTerms(), 'england');
    const counts = calendar.terms.flatMap((term) =>
      term.halfTerms.map((half) => countSchoolDays(calendar, half.start, half.end)),
    );
    expect(counts).toEqual([37, 35, 29, 30, 23, 36, 39, 35, 29, 24, 29, 35]);
    expect(calendar.source).toBe('terms_file');
  });

  it('joins half-terms to terms whatever the order of rows', () => {
    const calendar = buildCalendar([...sampleHalfTerms()].reverse(), 'england');
    expect(calendar.terms.map((term) => term.name)).toEqual([
      '2024-25 Autumn',
      '2024-25 Spring',
      '2024-25 Summer',
      '2025-26 Autumn',
      '2025-26 Spring',
      '2025-26 Summer',
    ]);
    expect(calendar.terms[0]).toMatchObject({ start: '2024-09-02', end: '2024-12-20' });
  });

  it('takes the bank holidays of the nation out', () => {
    const half = {
      academicYear: '2025-26',
      term: 'Autumn',
      name: 'Autumn 2',
      start: '2025-11-24',
      end: '2025-12-05',
      insetDays: [],
    };
    expect(buildCalendar([half], 'england').schoolDays).toHaveLength(10);
    expect(buildCalendar([half], 'scotland').schoolDays).not.toContain('2025-12-01');
    const later = { ...half, start: '2026-11-30', end: '2026-12-04' };
    expect(buildCalendar([later], 'scotland').schoolDays).not.toContain('2026-11-30');
    expect(buildCalendar([later], 'england').schoolDays).toContain('2026-11-30');
  });

  it('refuses no rows, backward dates and overlaps, naming them', () => {
    const [first, second] = sampleHalfTerms();
    if (first === undefined || second === undefined) throw new Error('no sample');
    expect(() => buildCalendar([], 'england')).toThrow(TermwiseError);
    expect(() => buildCalendar([{ ...first, end: '2024-08-01' }], 'england')).toThrow(/Autumn 1 ends/);
    expect(() => buildCalendar([first, { ...second, start: '2024-10-25' }], 'england')).toThrow(
      /Autumn 2 starts on 2024-10-25, before 2024-25 Autumn 1 has ended/,
    );
  });
});
