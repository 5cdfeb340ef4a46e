import { isShown } from '../../../privacy/count-cell.ts';
import type { GovernorHeadlineRow } from '../../../privacy/governor-edition.ts';
import type { ReportBlock, ReportSection, ReportTable } from '../../report-document.ts';
import { formatRatio } from '../sentences/format-number.ts';
import { cellTables } from './cell-tables.ts';
import type { GovernorContext } from './governor-context.ts';
import { groupTable, nameGroup } from './group-table.ts';
import { termTable } from './term-table.ts';

/** A: number tables behind the figures. */
export function numbersAnnex(context: GovernorContext): ReportSection {
  const { counts } = context.edition;
  return {
    heading: context.words.headings.annex_numbers,
    annex: true,
    blocks: [
      ...(context.edition.chart === null ? [] : [termTable(context)]),
      ...cellTables(
        context,
        'Incidents by category',
        'Category',
        counts.categories,
        (each) => each.categories,
      ),
      ...cellTables(context, 'Incidents by place', 'Place', counts.places, (each) => each.places),
      ...cellTables(
        context,
        'Involvements by year group',
        'Year group',
        counts.year_groups,
        (each) => each.year_groups,
        context.words.years_note,
      ),
      ...groupTables(context),
      ...rateTable(context),
    ],
  };
}

/** Every group with its rates, when there is a roll; groups without any number are named in one line. */
function groupTables(context: GovernorContext): ReportBlock[] {
  const [all, ...rows] = context.edition.groups;
  if (all === undefined) return [];
  const shown = rows.filter(({ pupils, involvements }) => isShown(pupils) || isShown(involvements));
  const left = rows.filter((row) => !shown.includes(row)).map(nameGroup);
  return [
    groupTable(context, [all, ...shown], `Groups of pupils, ${context.calls.now}`),
    ...(left.length === 0
      ? []
      : [
          {
            type: 'paragraph' as const,
            text: `On the roll, with numbers hidden: ${left.join('; ')}.`,
            muted: true,
          },
        ]),
  ];
}

/** Measures with a ratio to show; nothing when there is none. */
function rateTable(context: GovernorContext): ReportTable[] {
  const { symbol } = context.edition.rules;
  const told = (change: GovernorContext['edition']['headline'][number]['last_year']): string => {
    if (change === null) return '–';
    if (change.verdict === 'hidden') return symbol;
    if (change.ratio === null || change.interval === null) return '–';
    const [low, high] = change.interval;
    return `${formatRatio(change.ratio)} (${formatRatio(low)} to ${high === null ? 'any' : formatRatio(high)})`;
  };
  const { comparisons } = context.edition;
  const ratios = [
    ...(comparisons.last_year === null ? [] : ['Ratio to last year']),
    ...(comparisons.previous === null ? [] : [`Ratio to ${context.calls.previous}`]),
  ];
  const rows = context.edition.headline.filter((row) =>
    [row.last_year, row.previous].some((change) => typeof change?.ratio === 'number'),
  );
  if (rows.length === 0) return [];
  return [
    {
      type: 'table',
      caption: 'Change in the rate per school day, as a ratio with its 95% interval',
      columns: [
        { header: 'Measure', align: 'left', width: 1 - 0.3 * ratios.length },
        ...ratios.map((header) => ({ header, align: 'right' as const, width: 0.3 })),
      ],
      rows: rows.map((row) => ({
        cells: [
          row.title,
          ...(comparisons.last_year === null ? [] : [told(row.last_year)]),
          ...(comparisons.previous === null ? [] : [told(row.previous)]),
        ],
      })),
      note: `A ratio of 1 means no change. The interval allows for how much this school’s weeks vary.${rows.some(isBeyondAlone) ? ` ${context.words.ratio_alone}` : ''}`,
    },
  ];
}

/** Whether a change of a row is called none although its interval, looked at alone, holds no 1. */
function isBeyondAlone({ last_year, previous }: GovernorHeadlineRow): boolean {
  return [last_year, previous].some((change) => {
    if (change?.verdict !== 'no_clear_change' && change?.verdict !== 'too_few') return false;
    const [low, high] = change.interval ?? [0, null];
    return low > 1 || (high !== null && high < 1);
  });
}
