import { formatDayMonthYear } from '../../../calendar/iso-date.ts';
import type { CountCell } from '../../../privacy/count-cell.ts';
import { isShown } from '../../../privacy/count-cell.ts';
import type {
  CellTable,
  GovernorCounts,
  GovernorEdition,
  GovernorGroupRow,
} from '../../../privacy/governor-edition.ts';
import { formatCount } from '../sentences/format-number.ts';
import { callPeriods } from '../sentences/name-period.ts';
import type { GovernorWords } from '../words/read-governor-words.ts';
import { nationTerm } from '../words/read-nation-terms.ts';

/** Name of the two groups of pupils with SEN taken together. */
export const ANY_SEN = 'SEN support or EHC plan';

/** What every section of the governors' report is written from. */
export interface GovernorContext {
  readonly edition: GovernorEdition;
  readonly words: GovernorWords;
  /** How running text calls the three periods. */
  readonly calls: { readonly now: string; readonly previous: string; readonly last_year: string };
  /** Groups to compare, without the row of all pupils. */
  readonly groups: readonly GovernorGroupRow[];
  /** The day of the last record, in words. */
  readonly asAt: string;
}

export function makeContext(edition: GovernorEdition, words: GovernorWords): GovernorContext {
  const own = nameForNation(edition);
  return {
    edition: own,
    words,
    calls: callPeriods(edition.meta.period),
    groups: turnNoSen(edition.groups.slice(1)).map((row) => nameGroupFor(edition.meta.nation, row)),
    asAt: formatDayMonthYear(edition.meta.data_range[1]),
  };
}

/** The measures and groups of an edition as the school's nation names them. */
function nameForNation(edition: GovernorEdition): GovernorEdition {
  const { nation } = edition.meta;
  return {
    ...edition,
    headline: edition.headline.map((row) => ({
      ...row,
      title: nationTerm(nation, 'measures', row.code, row.title),
    })),
    groups: edition.groups.map((row) => nameGroupFor(nation, row)),
  };
}

function nameGroupFor(nation: string, row: GovernorGroupRow): GovernorGroupRow {
  if (row.characteristic !== 'SEN') return row;
  return {
    ...row,
    characteristic: nationTerm(nation, 'characteristics', row.characteristic, row.characteristic),
    group: nationTerm(nation, 'groups', row.group, row.group),
  };
}

/**
 * Pupils without SEN against all others is, the other way up, pupils with any SEN against those without: that is how
 * it is told, and it is clear where its two parts are each too small. Left as it is where some pupils have no entry.
 */
function turnNoSen(rows: readonly GovernorGroupRow[]): GovernorGroupRow[] {
  const sen = rows.filter(({ characteristic }) => characteristic === 'SEN');
  if (sen.length < 3 || sen.some(({ group }) => group === 'Not recorded')) return [...rows];
  return rows.map((row) => {
    const [low, high] = row.ratio_interval ?? [null, null];
    if (row.group !== 'No SEN' || !row.ratio || !low) return row;
    return {
      ...row,
      group: ANY_SEN,
      rate: null,
      rate_interval: null,
      ratio: 1 / row.ratio,
      ratio_interval: [high === null ? 0 : 1 / high, 1 / low],
    };
  });
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

/** Bars and dots beyond this many are left to the table. */
export const MAX_ROWS = 8;

/** Shown entries of a table, most first. */
export function rankCells(table: CellTable): { readonly name: string; readonly count: number }[] {
  return Object.entries(table)
    .flatMap(([name, count]) => (isShown(count) && count > 0 ? [{ name, count }] : []))
    .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
}
