import { describe, expect, it } from 'vitest';
import type { HalfTermCount } from '../../src/incident/school-counts.ts';
import { alignHalves } from '../../src/privacy/align-halves.ts';
import { sampleReturn } from '../trust/helpers/sample-return.ts';
import { collate } from '../trust/helpers/simulate-trust.ts';

const DAYS: readonly (readonly [from: string, to: string])[] = [
  ['2024-09-03', '2024-10-25'],
  ['2024-11-04', '2024-12-20'],
  ['2025-01-06', '2025-02-14'],
  ['2025-02-24', '2025-04-04'],
  ['2025-04-22', '2025-05-23'],
  ['2025-06-02', '2025-07-22'],
  ['2025-09-01', '2025-10-24'],
  ['2025-11-03', '2025-12-19'],
];

/** The columns told of each school, as numbers of incidents; null where a half-term is left out. */
function told(...schools: readonly (readonly number[])[]): (number | null)[][] {
  const trust = collate(
    schools.map((counts, at) =>
      sampleReturn({
        school: `School ${at}`,
        half_terms: counts.map((all, half): HalfTermCount => {
          const [from, to] = DAYS[half] ?? ['', ''];
          return { name: `Half ${half}`, from, to, school_days: 35, complete: true, measures: { all } };
        }),
      }),
    ),
  );
  const { rows } = alignHalves(trust.schools, () => 0, 5);
  return rows.map((row) => row.map((rate) => (rate === null ? null : Math.round((rate * 200 * 35) / 100))));
}

describe('alignHalves', () => {
  it('tells no half-term of a school whose other half of that term is left out for being small', () => {
    // The school's own report tells that the autumn had six, so five in its first half would be one in the second.
    expect(told([5, 1, 9, 9, 9, 9, 9, 9], [20, 30, 20, 20, 20, 20, 9, 9])).toEqual([
      [null, null, 9, 9, 9, 9, 9, 9],
      [20, null, 20, 20, 20, 20, 9, 9],
    ]);
    expect(told([9, 9, 9, 9, 4, 5, 9, 9], [20, 30, 20, 20, 20, 20, 9, 9])).toEqual([
      [9, 9, 9, 9, null, null, 9, 9],
      [20, 30, 20, 20, null, 20, 9, 9],
    ]);
  });

  it('keeps to the term that had few: nought and five are told, and so are the terms around it', () => {
    expect(told([0, 6, 5, 5, 7, 2, 9, 9])).toEqual([[0, 6, 5, 5, null, null, 9, 9]]);
    expect(told([9, 9, 3, 9, 9, 9, 9, 9])).toEqual([[9, 9, null, null, 9, 9, 9, 9]]);
  });

  it('leaves the half-terms of the term reported on to what is decided of them', () => {
    expect(told([9, 9, 9, 9, 9, 9, 2, 9])).toEqual([[9, 9, 9, 9, 9, 9, 2, 9]]);
  });
});
