import { isShown } from '../../../privacy/count-cell.ts';
import type { GovernorSheet } from '../../../privacy/hide-sheet.ts';
import type { ReportTable } from '../../report-document.ts';
import { type GovernorContext, printCell } from '../governors/governor-context.ts';
import { formatShare } from '../sentences/format-number.ts';

/** No share of fewer than this. */
const MIN_FOR_SHARE = 10;

/** A sheet as a table: a row a part, and its share of the total from ten on. */
export function sheetTable(
  { rows, total }: GovernorSheet,
  context: GovernorContext,
  {
    caption,
    header,
    counted,
    totalName,
    note,
  }: {
    readonly caption: string;
    readonly header: string;
    readonly counted: string;
    /** Name of the row of the total, in which the parts sum up; none where they do not. */
    readonly totalName?: string;
    readonly note?: string;
  },
): ReportTable {
  const isShared = isShown(total) && total >= MIN_FOR_SHARE;
  const share = (count: GovernorSheet['total']): string =>
    isShown(total) && isShown(count) ? formatShare(count / total) : '–';
  return {
    type: 'table',
    caption,
    columns: [
      { header, align: 'left', width: isShared ? 0.6 : 0.78 },
      { header: counted, align: 'right', width: 0.22 },
      ...(isShared ? [{ header: 'Share', align: 'right' as const, width: 0.18 }] : []),
    ],
    rows: [
      ...rows.map(({ name, count }) => ({
        cells: [name, printCell(count, context), ...(isShared ? [share(count)] : [])],
      })),
      ...(totalName === undefined
        ? []
        : [{ cells: [totalName, printCell(total, context), ...(isShared ? [''] : [])], total: true }]),
    ],
    ...(note === undefined ? {} : { note }),
  };
}

/** The sheet of a name, where the report has it. */
export function findSheet(sheets: readonly GovernorSheet[], id: string): readonly GovernorSheet[] {
  return sheets.filter((sheet) => sheet.id === id);
}
