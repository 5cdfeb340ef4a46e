import { isShown } from '../../../privacy/count-cell.ts';
import type {
  GovernorChange,
  GovernorCounts,
  GovernorHeadlineRow,
} from '../../../privacy/governor-edition.ts';
import type { ReportTable } from '../../report-document.ts';
import { percentChange } from '../sentences/tell-changes.ts';
import { fillWords } from '../words/fill-words.ts';
import { type GovernorContext, printCell } from './governor-context.ts';

type Column = ReportTable['columns'][number];

/** Columns for this period and its comparisons, as far as there are any. */
function periodColumns({ edition, calls }: GovernorContext, width: number): Column[] {
  const header = (name: string): string =>
    name.replace(/^the /, '').replace(/^\w/, (letter) => letter.toUpperCase());
  const column = (name: string): Column => ({ header: header(name), align: 'right', width });
  return [
    column(calls.now),
    ...(edition.comparisons.last_year === null ? [] : [column(calls.last_year)]),
    ...(edition.comparisons.previous === null ? [] : [column(calls.previous)]),
  ];
}

/** Gives the first column what the others leave. */
function withFirst(header: string, others: readonly Column[]): Column[] {
  const left = 1 - others.reduce((sum, { width }) => sum + width, 0);
  return [{ header, align: 'left', width: left }, ...others];
}

/** One row a name, one column a period, from any table of counts. */
export function compareTable(
  context: GovernorContext,
  caption: string,
  header: string,
  rows: readonly {
    readonly title: string;
    readonly read: (counts: GovernorCounts) => Parameters<typeof printCell>[0];
  }[],
  note?: string,
): ReportTable {
  const { counts, comparisons } = context.edition;
  const periods = [counts, comparisons.last_year, comparisons.previous].filter((each) => each !== null);
  return {
    type: 'table',
    caption,
    columns: withFirst(header, periodColumns(context, 0.17)),
    rows: rows.map(({ title, read }) => ({
      cells: [title, ...periods.map((each) => printCell(read(each), context))],
    })),
    ...(note === undefined ? {} : { note }),
  };
}

/** The headline table: counts, and what they mean in a few words. */
export function headlineTable(context: GovernorContext): ReportTable {
  const { edition } = context;
  const others = [
    ...(edition.comparisons.last_year === null ? [] : (['last_year'] as const)),
    ...(edition.comparisons.previous === null ? [] : (['previous'] as const)),
  ];
  const columns = [
    ...periodColumns(context, 0.125),
    { header: 'What it means', align: 'left' as const, width: 0.3 },
  ];
  return {
    type: 'table',
    caption: `Incidents recorded ${context.calls.now} and in the terms compared with`.replace(
      'terms',
      /term/.test(context.calls.now) ? 'terms' : 'periods',
    ),
    columns: withFirst('Measure', columns),
    rows: edition.headline.map((row) => ({
      cells: [
        row.title,
        printCell(row.now, context),
        ...others.map((key) => printCell(row[key]?.count ?? null, context)),
        meaningOf(row, context),
      ],
    })),
    note: 'Compared by incidents for each school day. An incident can be in several rows.',
  };
}

/** What a row means: last year's comparison decides, and the term before is named only when it says more. */
function meaningOf(row: GovernorHeadlineRow, context: GovernorContext): string {
  const { words, calls } = context;
  const compared = [
    [row.last_year, calls.last_year],
    [row.previous, calls.previous],
  ] as const;
  const present = compared.flatMap(([change, other]) => (change === null ? [] : [{ change, other }]));
  if (present.length === 0) return words.meaning.no_comparison;
  const noneTwice = row.now === 0 && present[0]?.change.count === 0;
  if (noneTwice) return words.meaning.none;
  const clear = present.filter(({ change }) => change.verdict === 'up' || change.verdict === 'down');
  if (clear.length > 0)
    return clear.map(({ change, other }) => tellClear(row, change, other, context)).join('; ');
  const first = present.find(({ change }) => change.verdict !== 'no_comparison') ?? present[0];
  return first === undefined ? words.meaning.no_comparison : words.meaning[first.change.verdict];
}

function tellClear(
  row: GovernorHeadlineRow,
  change: GovernorChange,
  other: string,
  { words }: GovernorContext,
): string {
  const percent = isShown(row.now) ? percentChange(row.now, change.count, change.ratio) : null;
  const short = other
    .replace('the same term last year', 'last year')
    .replace('the same weeks last year', 'last year');
  const told = fillWords(words.meaning[change.verdict], { other: short });
  return percent === null ? told : `${told} (${percent > 0 ? '+' : '−'}${Math.abs(percent)}%)`;
}
