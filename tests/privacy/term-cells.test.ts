import { describe, expect, it } from 'vitest';
import { hideCells } from '../../src/privacy/hide-cells.ts';
import { listTermCells } from '../../src/privacy/term-cells.ts';

/** A term of weeks from 1 September 2025 on; null stands for a week of holiday. */
function makeTerm(counts: readonly (number | null)[]) {
  const weeks = counts.flatMap((incidents, at) => {
    const week = new Date(Date.parse('2025-09-01') + at * 7 * 86_400_000).toISOString().slice(0, 10);
    const rest = { school_days: 5, suspensions: 0, positives: 0, roll: null };
    return incidents === null ? [] : [{ week, term: 'Autumn', incidents, ...rest }];
  });
  const incidents = weeks.reduce((sum, week) => sum + week.incidents, 0);
  return { term: 'Autumn', school_days: 5 * weeks.length, incidents, suspensions: 0, positives: 0, weeks };
}

const hide = (counts: readonly (number | null)[]): string[] =>
  [...hideCells(listTermCells(makeTerm(counts), null), 5)].filter((id) => id.startsWith('week.')).sort();

describe('listTermCells', () => {
  it('keeps a week from who is told its half-term: a few are hidden beside a week of the same half-term', () => {
    // The smallest other week of the term, 8, is after the holiday and would leave the 3 to be worked out.
    expect(hide([20, 3, 14, null, 8, 25])).toEqual(['week.2025-09-08', 'week.2025-09-15']);
    expect(hide([20, 3, 14, 8, 25])).toEqual(['week.2025-09-08', 'week.2025-09-22']);
  });

  it('hides nothing where no week is few', () => {
    expect(hide([20, 6, 14, null, 8, 25])).toEqual([]);
  });
});
