import { type Field, squash } from './layout.ts';
import { parseDate } from './parse-date.ts';
import { type ColumnPlan, missingParts, recogniseColumns } from './recognise-columns.ts';

/** How the columns of a later header stand to those of the first. */
export interface MatchedHeader {
  /** For each column of the first header its place in the rows below the later one, or -1. */
  readonly places: readonly number[];
  /** How many cells the later header has. */
  readonly width: number;
  /** Columns that we know, for which the first header has no place. */
  readonly lost: readonly string[];
}

/** Longer cells are no column names. */
const LONGEST = 100;
/** What every name of a column of dates holds: a file may have many rows that cannot be read, and few of them are headers. */
const DATE_NAME = /date|time|when|day|occur|happen|\bdt\b|dyddiad/i;

/**
 * Matches a row that is a header of its own with the first, as where sheets with other columns stand one below the other:
 * by name, else by meaning. Null for any other row, and where the first has a name twice, so that it could not be told
 * which is which.
 */
export function matchHeader(
  first: ColumnPlan,
  cells: readonly string[],
  columns: Readonly<Record<string, string>>,
): MatchedHeader | null {
  if (!cells.some((cell) => cell.length < LONGEST && DATE_NAME.test(cell))) return null;
  // A row with a date in it is data, whatever words it holds.
  if (cells.some((cell) => cell.length > LONGEST || parseDate(cell.trim(), 'dmy').date !== null)) return null;
  const own = first.headers.map(squash).filter((name) => name !== '');
  if (new Set(own).size < own.length) return null;
  const later = recogniseColumns(cells, columns);
  if (missingParts(later).length > 0) return null;
  const names = later.headers.map(squash);
  const fields = new Map([...first.at].map(([field, column]) => [column, field] as const));
  const byName = first.headers.map((header) => (header === '' ? -1 : names.indexOf(squash(header))));
  const taken = new Set(byName);
  const byMeaning = (field: Field | undefined): number => {
    const place = field === undefined ? undefined : later.at.get(field);
    return place === undefined || taken.has(place) ? -1 : place;
  };
  const places = byName.map((place, column) => (place === -1 ? byMeaning(fields.get(column)) : place));
  const known = [...later.at.values()].sort((a, b) => a - b);
  return {
    places,
    width: names.findLastIndex((name) => name !== '') + 1,
    lost: known.filter((place) => !places.includes(place)).map((place) => later.headers[place] ?? ''),
  };
}
