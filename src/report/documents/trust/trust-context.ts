import { type CountCell, isShown } from '../../../privacy/count-cell.ts';
import type { HidingRules } from '../../../privacy/hiding-rules.ts';
import type { ReportTable } from '../../report-document.ts';
import { formatCount } from '../sentences/format-number.ts';
import type { TrustWords } from '../words/read-trust-words.ts';

/** What every section of a trust's report is written from beside its numbers. */
export interface TrustContext {
  readonly words: TrustWords;
  readonly rules: HidingRules;
  /** Such as `2025-26 Summer`. */
  readonly terms: string;
}

/** A count as printed: digits, the symbol when hidden, or that it is not known. */
export function printCount(
  cell: CountCell | null | undefined,
  { rules }: Pick<TrustContext, 'rules'>,
): string {
  if (cell === null) return 'not known';
  if (cell === undefined) return '–';
  return isShown(cell) ? formatCount(cell) : rules.symbol;
}

/** A rate per 100 pupils per school day: two decimals, three when small. */
export function printRate(rate: number | null): string {
  if (rate === null) return '–';
  return rate > 0 && rate < 0.1 ? rate.toFixed(3) : rate.toFixed(2);
}

/** Columns of one table: the first for names, the rest numbers of one width. */
export function numberColumns(
  first: string,
  headers: readonly string[],
  share: number,
): ReportTable['columns'] {
  return [
    { header: first, align: 'left', width: share },
    ...headers.map((header) => ({ header, align: 'right' as const, width: (1 - share) / headers.length })),
  ];
}

/**
 * The head of a column of numbers: what its name says in brackets would make it higher than the rows below, and is a
 * sentence for the note instead.
 */
export function splitHead(name: string): { readonly head: string; readonly explained: readonly string[] } {
  const head = name.replace(/ \(.*\)$/, '');
  const inside = / \((.* in .*)\)$/.exec(name)?.[1];
  return { head, explained: inside === undefined ? [] : [`${head}: ${inside}.`] };
}

/** A table with the note on hidden cells where it has any: a note on a symbol that is not there leaves a reader looking. */
export function explainHidden(
  table: ReportTable,
  { rules }: Pick<TrustContext, 'rules'>,
  hiddenNote: string,
): ReportTable {
  const hides = table.rows.some(({ cells }) => cells.includes(rules.symbol));
  return hides ? { ...table, note: hiddenNote } : table;
}
