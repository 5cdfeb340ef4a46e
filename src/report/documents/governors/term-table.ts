import { type CountCell, isShown } from '../../../privacy/count-cell.ts';
import type { ReportTable } from '../../report-document.ts';
import { formatCount, formatRate } from '../sentences/format-number.ts';
import { nationTerm } from '../words/read-nation-terms.ts';
import { type GovernorContext, printCell } from './governor-context.ts';

/** Every term of the record. */
export function termTable(context: GovernorContext): ReportTable {
  const { edition } = context;
  const positives = edition.terms.some((row) => row.positives !== 0);
  const perDay = (count: CountCell, days: number): string =>
    isShown(count) && days > 0 ? formatRate(count / days) : printCell(count, context);
  const column = (header: string, width: number) => ({ header, align: 'right' as const, width });
  return {
    type: 'table',
    caption: 'Behaviour incidents in every term of the record',
    columns: [
      { header: 'Term', align: 'left', width: positives ? 0.25 : 0.4 },
      column('School days', 0.15),
      column('Incidents', 0.15),
      column('Per school day', 0.15),
      column(nationTerm(edition.meta.nation, 'measures', 'exclusion.suspension', 'Suspensions'), 0.15),
      ...(positives ? [column('Positive records', 0.15)] : []),
    ],
    rows: edition.terms.map((row) => ({
      cells: [
        row.term,
        formatCount(row.school_days),
        printCell(row.incidents, context),
        perDay(row.incidents, row.school_days),
        printCell(row.suspensions, context),
        ...(positives ? [printCell(row.positives, context)] : []),
      ],
    })),
    note: 'School days from the first record to the last. Incidents dated in a holiday between terms are left out here.',
  };
}
