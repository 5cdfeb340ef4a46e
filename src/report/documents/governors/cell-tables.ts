import { type CountCell, HIDDEN, isShown } from '../../../privacy/count-cell.ts';
import type { CellTable } from '../../../privacy/governor-edition.ts';
import type { ReportBlock } from '../../report-document.ts';
import { joinWords } from '../sentences/format-number.ts';
import type { GovernorContext } from './governor-context.ts';
import { rankYear } from './rank-year.ts';
import { compareTable } from './tables.ts';

type Counts = GovernorContext['edition']['counts'];
type ReadTable = (counts: Counts) => CellTable;

/**
 * Rows of every period, most now first. Rows that show no number at all are named in one line below: a column of
 * symbols tells nobody anything.
 */
export function cellTables(
  context: GovernorContext,
  caption: string,
  header: string,
  now: CellTable,
  read: ReadTable,
  note?: string,
): ReportBlock[] {
  const { last_year, previous } = context.edition.comparisons;
  const keys = [
    ...new Set(
      [now, ...[last_year, previous].map((each) => (each === null ? {} : read(each)))].flatMap(Object.keys),
    ),
  ];
  const size = (cell: CountCell): number => (cell === HIDDEN ? 0.5 : cell);
  const isYears = header === 'Year group';
  const ordered = keys.sort((a, b) =>
    isYears ? rankYear(a) - rankYear(b) : size(now[b] ?? 0) - size(now[a] ?? 0) || (a < b ? -1 : 1),
  );
  const periods = [context.edition.counts, last_year, previous].filter((each) => each !== null);
  const isTold = (key: string): boolean =>
    periods.some((each) => {
      const cell = read(each)[key] ?? 0;
      return isShown(cell) && cell > 0;
    });
  const seldom = ordered.filter((key) => !isTold(key));
  const told = ordered
    .filter(isTold)
    .map((key) => ({ title: key, read: (each: Counts) => read(each)[key] ?? 0 }));
  const first = told.length === 0 ? `${caption}: recorded` : 'Recorded';
  return [
    ...(told.length === 0 ? [] : [compareTable(context, caption, header, told, note)]),
    ...(seldom.length === 0
      ? []
      : [
          {
            type: 'paragraph' as const,
            text: `${first}, with no number that can be shown: ${joinWords(seldom)}.`,
            muted: true,
          },
        ]),
  ];
}
