import type { CountRow, CountSheet } from '../incident/count-sheet.ts';
import type { PositiveRanking } from '../incident/positive-ranking.ts';
import { pupilRow } from './tally-row.ts';

/** Positive records by year, in counts for governors: once for each pupil that a record names, and pupils by how many. */
export function countPositives({ school, years, spread }: PositiveRanking): readonly CountSheet[] {
  const known = years.reduce((sum, { entries }) => sum + entries, 0);
  const total = school.entries;
  const placed = years.reduce((sum, { pupils }) => sum + pupils, 0);
  const row = (name: string, count: number, pupils: number): CountRow => ({
    name,
    count,
    pupils,
    others: school.pupils - pupils,
  });
  return [
    {
      id: 'years',
      total,
      base: ['records.positive'],
      pupils: school.pupils,
      holds: 'parts',
      named_by: 'year_groups',
      rows: [
        ...years.map(({ group, entries, pupils }) => row(group, entries, pupils)),
        ...(known < total ? [row('Not recorded', total - known, school.pupils - placed)] : []),
      ],
    },
    {
      id: 'pupils',
      total: school.pupils,
      base: ['records.positive'],
      pupils: school.pupils,
      holds: 'parts',
      named_by: 'termwise',
      rows: [
        pupilRow('One record', spread.one),
        pupilRow('Two to four records', spread.two_to_four),
        pupilRow('Five records or more', spread.five_or_more),
      ],
      worth: {
        sum: total,
        each: [
          [1, 1],
          [2, 4],
          [5, null],
        ],
      },
    },
  ];
}
