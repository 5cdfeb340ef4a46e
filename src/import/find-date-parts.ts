import names from './date-parts.yaml';
import { type Field, squash } from './layout.ts';

/** Places of the columns that hold the parts of each incident's date. */
export interface DateParts {
  readonly day: number;
  readonly month: number;
  readonly year: number;
}

const NAMES = names as Record<keyof DateParts, readonly string[]>;

function rankNames(part: keyof DateParts): ReadonlyMap<string, number> {
  return new Map(NAMES[part].map((name, rank) => [squash(name), rank]));
}

const RANKS = { day: rankNames('day'), month: rankNames('month'), year: rankNames('year') };

/** The column with the best name of a part; of two alike the one nearest to `near`. */
function findPart(headers: readonly string[], part: keyof DateParts, near: number): number {
  let best = -1;
  let worth = Number.POSITIVE_INFINITY;
  for (const [column, header] of headers.entries()) {
    // A hint in brackets, `Month (1-12)`, is no part of the name; `Date (Day)` is.
    const rank = RANKS[part].get(squash(header)) ?? RANKS[part].get(squash(header.replace(/\s*\(.*$/, '')));
    if (rank === undefined) continue;
    const own = rank * headers.length + Math.abs(column - near);
    if (own < worth) [best, worth] = [column, own];
  }
  return best;
}

/** Finds by their names the three columns that may hold one date in parts; null where one is wanting. */
export function findDateParts(headers: readonly string[]): DateParts | null {
  const month = findPart(headers, 'month', 0);
  if (month === -1) return null;
  const [day, year] = [findPart(headers, 'day', month), findPart(headers, 'year', month)];
  return day === -1 || year === -1 ? null : { day, month, year };
}

const DAY = /^0?(?:[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?$/i;
/** Years of two digits below 15 may be year groups. */
const YEAR = /^(?:19\d\d|20\d\d|1[5-9]|[2-9]\d)$/;
/** So many of the filled cells must be of their kind; the others are mistakes, and are told row by row. */
const MOST = 0.8;

function areMost(rows: readonly (readonly string[])[], column: number, kind: RegExp): boolean {
  const filled = rows.map((cells) => (cells[column] ?? '').trim()).filter((cell) => cell !== '');
  return filled.length > 0 && filled.filter((cell) => kind.test(cell)).length >= MOST * filled.length;
}

/**
 * Settles by the cells whether the column taken for the date holds the day alone, with month and year beside it. Gives the
 * parts, and the places of the columns without a year group that is the year of the date; no parts for whole dates.
 */
export function settleDateParts(
  at: ReadonlyMap<Field, number>,
  headers: readonly string[],
  rows: readonly (readonly string[])[],
): { readonly at: ReadonlyMap<Field, number>; readonly dateParts: DateParts | null } {
  const parts = findDateParts(headers);
  const isSo =
    parts !== null &&
    at.get('date') === parts.day &&
    areMost(rows, parts.day, DAY) &&
    areMost(rows, parts.year, YEAR);
  if (!isSo) return { at, dateParts: null };
  const kept = [...at].filter(([, column]) => column !== parts.month && column !== parts.year);
  return { at: new Map(kept), dateParts: parts };
}

/** One date from its parts as written; year first where all are numbers, so that no order of dates is asked. '' where all are blank. */
export function joinDateParts(day: string, month: string, year: string): string {
  const bare = day.replace(/(?<=\d)(?:st|nd|rd|th)$/i, '');
  const whole = /^\d\d$/.test(year) ? `20${year}` : year;
  if (/^\d{1,2}$/.test(bare) && /^\d{1,2}$/.test(month) && /^\d{4}$/.test(whole))
    return `${whole}-${month.padStart(2, '0')}-${bare.padStart(2, '0')}`;
  return [bare, month, whole].filter((part) => part !== '').join(' ');
}
