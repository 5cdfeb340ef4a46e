import type { GovernorGroupRow } from '../../../privacy/governor-edition.ts';
import type { ReportTable } from '../../report-document.ts';
import { formatRate, formatRatio } from '../sentences/format-number.ts';
import { type GovernorContext, printCell } from './governor-context.ts';

/** Rows of groups with their rates and how they compare with all others; the first is everyone. */
export function groupTable(
  context: GovernorContext,
  groups: readonly GovernorGroupRow[],
  caption: string,
): ReportTable {
  const { symbol } = context.edition.rules;
  const between = (
    value: number | null,
    pair: readonly [number, number | null] | null,
    print: (number: number) => string,
    none: string,
  ): string =>
    value === null
      ? none
      : pair === null
        ? print(value)
        : `${print(value)} (${print(pair[0])} to ${pair[1] === null ? '…' : print(pair[1])})`;
  return {
    type: 'table',
    caption,
    columns: [
      { header: 'Group', align: 'left', width: 0.235 },
      { header: 'On roll', align: 'right', width: 0.07 },
      { header: 'Pupils involved', align: 'right', width: 0.105 },
      { header: 'Involvements', align: 'right', width: 0.14 },
      { header: 'Rate (interval)', align: 'right', width: 0.225 },
      { header: 'Times others (interval)', align: 'right', width: 0.225 },
    ],
    rows: groups.map((row, index) => ({
      cells: [
        index === 0 ? row.group : nameGroup(row),
        printCell(row.on_roll, context),
        printCell(row.pupils, context),
        printCell(row.involvements, context),
        between(row.rate, row.rate_interval, formatRate, symbol),
        between(row.ratio, row.ratio_interval, formatRatio, '–'),
      ],
      ...(index === 0 ? { total: true } : {}),
    })),
    note: `Rate: involvements per 100 pupils in a five-day week. ${context.words.groups_roles} Times others: how many times as often as all other pupils; a dash where too few can be compared, or where it would tell a hidden number.`,
  };
}

/** A group in a table: years, sexes and SEN need no heading word. */
export function nameGroup({
  characteristic,
  group,
}: Pick<GovernorGroupRow, 'characteristic' | 'group'>): string {
  const isPlain = ['Year group', 'Sex', 'SEN', 'ALN'].includes(characteristic) && group !== 'Not recorded';
  return isPlain ? group : `${characteristic}: ${group}`;
}
