import { formatDayMonthYear } from '../../../calendar/iso-date.ts';
import type { CountCell } from '../../../privacy/count-cell.ts';
import { isShown } from '../../../privacy/count-cell.ts';
import type { GovernorCounts, GovernorEdition } from '../../../privacy/governor-edition.ts';
import { formatCount } from '../sentences/format-number.ts';
import { callPeriods } from '../sentences/name-period.ts';
import type { GovernorWords } from '../words/read-governor-words.ts';

/** What every section of the governors' report is written from. */
export interface GovernorContext {
  readonly edition: GovernorEdition;
  readonly words: GovernorWords;
  /** How running text calls the three periods. */
  readonly calls: { readonly now: string; readonly previous: string; readonly last_year: string };
  /** The day of the last record, in words. */
  readonly asAt: string;
}

export function makeContext(edition: GovernorEdition, words: GovernorWords): GovernorContext {
  return {
    edition,
    words,
    calls: callPeriods(edition.meta.period),
    asAt: formatDayMonthYear(edition.meta.data_range[1]),
  };
}

/** A count as printed: digits, the symbol when hidden, a dash when there is nothing to compare with. */
export function printCell(cell: CountCell | null | undefined, { edition }: GovernorContext): string {
  if (cell === null || cell === undefined) return '–';
  return isShown(cell) ? formatCount(cell) : edition.rules.symbol;
}

/** The other period that figures compare with: the same term last year when there is one, else the term before. */
export function chooseComparison({ edition, calls }: GovernorContext): {
  readonly key: 'last_year' | 'previous';
  readonly counts: GovernorCounts;
  readonly name: string;
} | null {
  const { last_year, previous } = edition.comparisons;
  if (last_year !== null) return { key: 'last_year', counts: last_year, name: calls.last_year };
  if (previous !== null) return { key: 'previous', counts: previous, name: calls.previous };
  return null;
}
