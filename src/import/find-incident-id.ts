import { type Field, squash } from './layout.ts';

/** Names of columns that hold an account or a category, and sometimes the number of the record. */
const NAMES: ReadonlySet<string> = new Set([
  'incident',
  'event',
  'concern',
  'case',
  'record',
  'entry',
  'log',
  'behaviourincident',
]);
const NUMBER = /^[a-z]{0,4}[-/]?\d{1,9}(?:\.0)?$/i;
/** Fewer cells prove nothing. */
const FEWEST = 2;
/** Numbers of so many digits are none of a list of codes, such as `C1` to `C4`; nor are as many different plain ones. */
const LONG = /\d{3}/;
const FEWEST_SHORT = 4;

/** Whether numbers tell incidents from each other: pupils with one code would else become one incident. */
function areTelling(numbers: readonly string[]): boolean {
  if (numbers.every((number) => LONG.test(number))) return true;
  return new Set(numbers).size >= FEWEST_SHORT && numbers.every((number) => /^\d/.test(number));
}

/** Whether cells number incidents: numbers alone, at least every second another, and one never on two days. */
function isNumbering(cells: readonly (readonly [number: string, date: string])[]): boolean {
  if (cells.length < FEWEST || !cells.every(([number]) => NUMBER.test(number))) return false;
  if (!areTelling(cells.map(([number]) => number))) return false;
  const days = new Map(cells);
  return days.size >= cells.length / 2 && cells.every(([number, date]) => days.get(number) === date);
}

/**
 * Finds by its values a column such as `Incident` that numbers the records where no other does, so that the rows of one
 * incident stay one. A code of what happened comes again on other days, and is none. Gives the places as they then are.
 */
export function findIncidentId(
  at: ReadonlyMap<Field, number>,
  headers: readonly string[],
  rows: readonly (readonly string[])[],
): ReadonlyMap<Field, number> {
  if (at.has('incident_id')) return at;
  const date = at.get('date') ?? -1;
  const column = headers.findIndex((header, index) => {
    if (!NAMES.has(squash(header))) return false;
    const cells = rows.map((row) => [(row[index] ?? '').trim(), (row[date] ?? '').trim()] as const);
    return isNumbering(cells.filter(([number]) => number !== ''));
  });
  if (column === -1) return at;
  const others = [...at].filter(([, place]) => place !== column);
  return new Map([...others, ['incident_id', column]]);
}
