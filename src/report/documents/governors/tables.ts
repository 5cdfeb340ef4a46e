import type { CountCell } from '../../../privacy/count-cell.ts';
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

/** `Same term last year` needs more room than `Last term`, or in large print the header is higher than its rows. */
const [NARROW, WIDE] = [0.84, 1.36];

/** Columns for this period and its comparisons, as far as there are any. */
function periodColumns({ edition, calls }: GovernorContext, width: number): Column[] {
  const header = (name: string): string =>
    name.replace(/^the /, '').replace(/^\w/, (letter) => letter.toUpperCase());
  const column = (name: string, part = 1): Column => ({
    header: header(name),
    align: 'right',
    width: width * part,
  });
  return [
    column(calls.now, NARROW),
    ...(edition.comparisons.last_year === null ? [] : [column(calls.last_year, WIDE)]),
    ...(edition.comparisons.previous === null ? [] : [column(calls.previous, NARROW)]),
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

/** A row of a table that also says what its numbers mean. */
interface MeaningRow {
  readonly title: string;
  readonly read: (counts: GovernorCounts) => CountCell;
  /** Code of the headline row that holds its test; rows without one say nothing. */
  readonly headline?: string;
  readonly bold?: boolean;
}

/** Counts of each period, and what they mean in a few words where a test has been made. */
export function meaningTable(
  context: GovernorContext,
  caption: string,
  rows: readonly MeaningRow[],
  note: string,
  header = 'Incidents',
): ReportTable {
  const { counts, comparisons, headline } = context.edition;
  const periods = [counts, comparisons.last_year, comparisons.previous].filter((each) => each !== null);
  const columns = [
    ...periodColumns(context, 0.115),
    { header: 'What it means', align: 'left' as const, width: 0.3 },
  ];
  return {
    type: 'table',
    caption,
    columns: withFirst(header, columns),
    rows: rows.map(({ title, read, headline: code, bold }) => {
      const tested = headline.find((row) => row.code === code);
      return {
        cells: [
          title,
          ...periods.map((each) => printCell(read(each), context)),
          tested === undefined ? '' : meaningOf(tested, context),
        ],
        ...(bold === true ? { total: true } : {}),
      };
    }),
    ...(note === '' ? {} : { note }),
  };
}

/** The headline table of page one: the rows that every board asks for. */
export function headlineTable(context: GovernorContext): ReportTable {
  const { edition, words, calls } = context;
  const { symbol, threshold } = edition.rules;
  const others = [
    ...(edition.comparisons.last_year === null ? [] : (['last_year'] as const)),
    ...(edition.comparisons.previous === null ? [] : (['previous'] as const)),
  ];
  const columns = [
    ...periodColumns(context, 0.12),
    { header: 'What it means', align: 'left' as const, width: 0.34 },
  ];
  const rows = edition.headline
    .filter(({ code }) => words.first_page_rows.includes(code))
    .map((row) => ({
      cells: [
        row.title,
        printCell(row.now, context),
        ...others.map((key) => printCell(row[key]?.count ?? null, context)),
        meaningOf(row, context),
      ],
    }));
  // Only what the table has is explained: a reader looks in vain for a symbol or for another term.
  const notes = [
    ...(rows.some(({ cells }) => cells.includes(symbol))
      ? [fillWords(words.edition_hidden, { top: String(threshold - 1), symbol })]
      : []),
    ...(others.length === 0 ? [] : [words.edition_compared]),
  ];
  return {
    type: 'table',
    caption: `Incidents recorded ${calls.now}${others.length === 0 ? '' : ', and how they compare'}`,
    columns: withFirst('Measure', columns),
    rows,
    ...(notes.length === 0 ? {} : { note: notes.join(' ') }),
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
  const rise = tellClear('up', row, present, context);
  const fall = tellClear('down', row, present, context);
  if (rise !== '' || fall !== '') return [rise, fall].filter((told) => told !== '').join('; ');
  if (row.now === 0) return words.meaning.none;
  const first = present.find(
    ({ change: { verdict } }) => verdict !== 'no_comparison' && verdict !== 'hidden',
  );
  const verdict = (first ?? present[0])?.change.verdict ?? 'no_comparison';
  return words.meaning[verdict];
}

/** `Clear rise on last year (+22%)`, `Clear rise on both (+22%, +20%)`; empty when there is none. */
function tellClear(
  verdict: 'up' | 'down',
  row: GovernorHeadlineRow,
  present: readonly { readonly change: GovernorChange; readonly other: string }[],
  { words }: GovernorContext,
): string {
  const percents: string[] = [];
  const told = present
    .filter(({ change }) => change.verdict === verdict)
    .map(({ change, other }) => {
      const percent = percentChange(row.now, change.count, change.ratio);
      const short = other.replace(/^the same (term|weeks) last year$/, 'last year');
      if (percent === null) return short;
      percents.push(`${percent > 0 ? '+' : '−'}${Math.abs(percent)}%`);
      return `${short} (${percents.at(-1)})`;
    });
  const both = told.length > 1 ? `both${percents.length > 1 ? ` (${percents.join(', ')})` : ''}` : null;
  return told.length === 0 ? '' : fillWords(words.meaning[verdict], { other: both ?? told.join('') });
}
