import { describe, expect, it } from 'vitest';
import { placeDays } from '../../src/detect/place-days.ts';
import { calendar } from './helpers/make-input.ts';

describe('placeDays', () => {
  it('counts a term from its start when the first incident came soon after', () => {
    const table = placeDays(calendar, ['2025-09-08', '2026-07-17'], '2026-07-31', 10);
    expect(table.days[0]).toBe('2025-09-02');
    expect(table.days.at(-1)).toBe('2026-07-20');
    expect(table.terms.map(({ name, first, last }) => [name, last - first + 1])).toEqual([
      ['2025-26 Autumn', 74],
      ['2025-26 Spring', 53],
      ['2025-26 Summer', 64],
    ]);
    expect(table.years).toHaveLength(1);
    expect(table.weeks[0]).toBe('2025-09-01');
  });

  it('counts only what was recorded of a term begun late, and nothing past the day of the analysis', () => {
    const table = placeDays(calendar, ['2025-10-13', '2026-07-17'], '2026-07-18', 10);
    expect(table.days[0]).toBe('2025-10-13');
    expect(table.days.at(-1)).toBe('2026-07-17');
  });

  it('keeps half-terms apart', () => {
    const table = placeDays(calendar, ['2025-10-13', '2025-11-14'], '2025-11-15', 0);
    expect(new Set(table.halfTerm).size).toBe(2);
    expect([...table.weekday.slice(0, 5)]).toEqual([0, 1, 2, 3, 4]);
  });
});
