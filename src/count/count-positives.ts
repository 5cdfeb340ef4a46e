import type { CountSheet } from '../incident/count-sheet.ts';
import type { PositiveRanking } from '../incident/positive-ranking.ts';

/** Positive records by year, in counts for governors: once for each pupil that a record names, and pupils by how many. */
export function countPositives({ school, years, spread }: PositiveRanking): readonly CountSheet[] {
  const known = years.reduce((sum, { entries }) => sum + entries, 0);
  const total = school.entries;
  return [
    {
      id: 'years',
      total,
      base: ['records.positive'],
      pupils: school.pupils,
      holds: 'parts',
      rows: [
        ...years.map(({ group, entries }) => ({ name: group, count: entries })),
        ...(known < total ? [{ name: 'Year not recorded', count: total - known }] : []),
      ],
    },
    {
      id: 'pupils',
      total: school.pupils,
      base: ['records.positive'],
      pupils: school.pupils,
      holds: 'parts',
      rows: [
        { name: 'One record', count: spread.one },
        { name: 'Two to four records', count: spread.two_to_four },
        { name: 'Five records or more', count: spread.five_or_more },
      ],
    },
  ];
}
