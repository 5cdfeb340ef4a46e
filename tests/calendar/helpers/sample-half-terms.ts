import type { HalfTerm } from '../../../src/calendar/school-calendar.ts';

const ROWS = [
  ['2024-25', 'Autumn', 1, '2024-09-02', '2024-10-25', ['2024-09-02', '2024-09-03', '2024-10-25']],
  ['2024-25', 'Autumn', 2, '2024-11-04', '2024-12-20', []],
  ['2024-25', 'Spring', 1, '2025-01-06', '2025-02-14', ['2025-01-06']],
  ['2024-25', 'Spring', 2, '2025-02-24', '2025-04-04', []],
  ['2024-25', 'Summer', 1, '2025-04-22', '2025-05-23', []],
  ['2024-25', 'Summer', 2, '2025-06-02', '2025-07-22', ['2025-07-22']],
  ['2025-26', 'Autumn', 1, '2025-09-01', '2025-10-24', ['2025-09-01']],
  ['2025-26', 'Autumn', 2, '2025-11-03', '2025-12-19', []],
  ['2025-26', 'Spring', 1, '2026-01-05', '2026-02-13', ['2026-01-05']],
  ['2025-26', 'Spring', 2, '2026-02-23', '2026-03-27', ['2026-02-23']],
  ['2025-26', 'Summer', 1, '2026-04-13', '2026-05-22', []],
  ['2025-26', 'Summer', 2, '2026-06-01', '2026-07-21', ['2026-06-01', '2026-07-21']],
] as const;

/** Two school years of a three-term school, with INSET days. */
export function sampleHalfTerms(): readonly HalfTerm[] {
  return ROWS.map(([academicYear, term, half, start, end, insetDays]) => ({
    academicYear,
    term,
    name: `${term} ${half}`,
    start,
    end,
    insetDays,
  }));
}
