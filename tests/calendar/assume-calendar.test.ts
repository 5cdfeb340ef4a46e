import { describe, expect, it } from 'vitest';
import { assumeCalendar } from '../../src/calendar/assume-calendar.ts';
import { countSchoolDays } from '../../src/calendar/find-term.ts';

const halves = (...args: Parameters<typeof assumeCalendar>) =>
  assumeCalendar(...args).calendar.terms.flatMap((term) =>
    term.halfTerms.map((half) => [half.name, half.start, half.end]),
  );

describe('assumeCalendar', () => {
  it('gives the dates most authorities in England published for 2024-25', () => {
    expect(halves('england', '2024-09-10', '2025-07-01')).toEqual([
      ['Autumn 1', '2024-09-02', '2024-10-25'],
      ['Autumn 2', '2024-11-04', '2024-12-20'],
      ['Spring 1', '2025-01-06', '2025-02-14'],
      ['Spring 2', '2025-02-24', '2025-04-04'],
      ['Summer 1', '2025-04-21', '2025-05-23'],
      ['Summer 2', '2025-06-02', '2025-07-22'],
    ]);
  });

  it('covers every academic year touched and says what it assumed', () => {
    const { calendar, assumptions } = assumeCalendar('wales', '2024-07-01', '2026-01-05');
    expect(calendar.source).toBe('assumed');
    expect([...new Set(calendar.terms.map((term) => term.academicYear))]).toEqual([
      '2023-24',
      '2024-25',
      '2025-26',
    ]);
    expect(assumptions[0]).toContain('Wales');
    expect(assumptions.join(' ')).toContain('INSET');
  });

  it('takes each half-term for a term where the school has six, and says so', () => {
    const three = assumeCalendar('england', '2024-09-10', '2026-07-01');
    const six = assumeCalendar('england', '2024-09-10', '2026-07-01', 6);
    const numbers = [1, 2, 3, 4, 5, 6];
    expect(six.calendar.terms.map(({ name }) => name)).toEqual([
      ...numbers.map((number) => `2024-25 Term ${number}`),
      ...numbers.map((number) => `2025-26 Term ${number}`),
    ]);
    expect(six.calendar.terms[1]).toMatchObject({ start: '2024-11-04', end: '2024-12-20' });
    expect(six.calendar.schoolDays).toEqual(three.calendar.schoolDays);
    expect(six.assumptions.join(' ')).toContain('six terms');
    expect(three.assumptions.join(' ')).not.toContain('six terms');
  });

  it('makes a plausible year for every nation from 2000 to 2059', () => {
    for (const nation of ['england', 'wales', 'scotland', 'northern_ireland'] as const) {
      for (let year = 2000; year < 2060; year += 1) {
        const { calendar } = assumeCalendar(nation, `${year}-10-01`, `${year}-10-01`);
        const days = countSchoolDays(calendar, `${year}-08-01`, `${year + 1}-07-31`);
        expect(calendar.terms).toHaveLength(3);
        expect(days, `${nation} ${year}`).toBeGreaterThan(175);
        expect(days, `${nation} ${year}`).toBeLessThan(206);
      }
    }
  });

  it('ends the summer in June in Scotland and Northern Ireland', () => {
    expect(halves('scotland', '2025-09-01', '2025-09-01').at(-1)).toEqual([
      'Summer 1',
      '2026-04-13',
      '2026-06-26',
    ]);
    expect(halves('northern_ireland', '2025-09-01', '2025-09-01').at(-1)?.[2]).toBe('2026-06-30');
  });
});
