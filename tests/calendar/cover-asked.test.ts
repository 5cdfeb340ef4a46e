import { describe, expect, it } from 'vitest';
import { buildCalendar } from '../../src/calendar/build-calendar.ts';
import { coverAsked, type Reach } from '../../src/calendar/cover-asked.ts';
import { sampleHalfTerms } from './helpers/sample-half-terms.ts';

const calendar = buildCalendar(sampleHalfTerms(), 'england');
/** A dozen records in one year and a half: two or three a term. */
const QUIET: Reach = { records: 12, today: '2026-11-22' };
const UP_TO_SPRING = ['2024-09-10', '2026-03-20'] as const;

describe('coverAsked', () => {
  it('reaches to the end of a quiet term after the last record', () => {
    expect(coverAsked(calendar, { term: '2025-26 summer' }, UP_TO_SPRING, QUIET)).toEqual([
      '2024-09-10',
      '2026-07-21',
    ]);
    const half = { from: '2026-04-13', to: '2026-05-22' };
    expect(coverAsked(calendar, half, UP_TO_SPRING, QUIET)).toEqual(['2024-09-10', '2026-05-22']);
  });

  it.each([
    [{}],
    [{ term: '2025-26 Spring' }],
    [{ term: '2024-25 Summer' }],
    [{ term: 'Michaelmas' }],
    [{ from: '2026-03-02' }],
    [{ from: '2026-06-02', to: '2026-06-01' }],
    [{ from: '2026-04-04', to: '2026-04-06' }],
  ])('leaves what the record holds, or what is refused anyway, as it is: %j', (choice) => {
    expect(coverAsked(calendar, choice, UP_TO_SPRING, QUIET)).toBe(UP_TO_SPRING);
  });

  it('refuses days of files that evidently stop before them, and believes a user who says they do not', () => {
    const busy = { ...QUIET, records: 400 };
    const ask = (reach: Reach) => () => coverAsked(calendar, { term: '2025-26 Summer' }, UP_TO_SPRING, reach);
    expect(ask(busy)).toThrow("the term '2025-26 Summer' holds none of the data");
    expect(ask({ ...busy, asAt: '2026-07-22' })()).toEqual(['2024-09-10', '2026-07-21']);
    expect(ask({ ...busy, asAt: '2026-05-08' })()).toEqual(['2024-09-10', '2026-05-08']);
  });

  it.each([
    [
      'has not come',
      { term: '2025-26 Summer' },
      { ...QUIET, today: '2026-04-01' },
      /after the day of the work/,
    ],
    ['is not over', { term: '2025-26 Summer' }, { ...QUIET, today: '2026-05-01' }, /give --as-at/],
    [
      'is after the day of the work',
      { term: '2025-26 Summer' },
      { ...QUIET, asAt: '2026-04-01' },
      /2026-04-01/,
    ],
  ])('refuses a term that %s', (_, choice, reach, hint) => {
    expect(() => coverAsked(calendar, choice, UP_TO_SPRING, reach)).toThrow(
      expect.objectContaining({ code: 'nothing_to_report', hint: expect.stringMatching(hint) }),
    );
  });

  it('refuses where the term before is empty too, and files of another year', () => {
    const autumn = ['2025-09-10', '2025-12-10'] as const;
    const ask = (range: readonly [string, string], reach: Reach) => () =>
      coverAsked(calendar, { term: '2025-26 Summer' }, range, reach);
    expect(ask(autumn, QUIET)).toThrow(
      expect.objectContaining({ hint: expect.stringContaining('The term before (2025-26 Spring)') }),
    );
    expect(ask(autumn, { ...QUIET, asAt: '2026-07-22' })()).toEqual(['2025-09-10', '2026-07-21']);
    expect(ask(['2024-09-10', '2024-12-12'], { ...QUIET, asAt: '2026-07-22' })).toThrow(
      expect.objectContaining({ hint: expect.stringContaining('another year') }),
    );
  });
});
