import { saysExclusion } from '../policy/says-exclusion.ts';
import { type Field, squash } from './layout.ts';
import { namesIncidents } from './name-other-export.ts';
import { parseDate } from './parse-date.ts';

/** So many of the filled cells must be dates; the others are mistakes, and are told row by row. */
const MOST = 0.8;

/** Whether most of the filled cells of a column are dates, whichever way round. */
function holdsDates(rows: readonly (readonly string[])[], column: number): boolean {
  const filled = rows.map((cells) => (cells[column] ?? '').trim()).filter((cell) => cell !== '');
  const dates = filled.filter((cell) => ['dmy', 'mdy'].some((order) => isDate(cell, order as 'dmy' | 'mdy')));
  return filled.length > 0 && dates.length >= MOST * filled.length;
}

function isDate(cell: string, order: 'dmy' | 'mdy'): boolean {
  return parseDate(cell, order).date !== null;
}

/** Whether the header is one of incidents, or most rows tell of a suspension: absences go from one day to another too. */
function tellsIncidents(headers: readonly string[], rows: readonly (readonly string[])[]): boolean {
  if (namesIncidents(headers)) return true;
  const telling = rows.filter(saysExclusion);
  return telling.length > 0 && telling.length * 2 >= rows.length;
}

/**
 * Finds the columns of records that go from one day to another under two headers `From` and `To`, as lists of suspensions
 * have them: the date is the first of the two, and what a list calls type and reason is the category and the account. Their
 * cells must be dates, since times, rooms and people go from and to as well; and a list of absences
 * is none. No columns where another is the date.
 */
export function findFromTo(
  at: ReadonlyMap<Field, number>,
  headers: readonly string[],
  rows: readonly (readonly string[])[],
): Readonly<Record<string, string>> {
  const squashed = headers.map(squash);
  const [from, to] = [squashed.indexOf('from'), squashed.indexOf('to')];
  if (at.has('date') || from === -1 || to === -1 || [...at.values()].includes(from)) return {};
  if (!holdsDates(rows, from) || !holdsDates(rows, to)) return {};
  if (!tellsIncidents(headers, rows)) return {};
  const [type, reason] = [squashed.indexOf('type'), squashed.indexOf('reason')];
  const texts =
    type === -1 || reason === -1 ? {} : { category: headers[type] ?? '', narrative: headers[reason] ?? '' };
  return { date: headers[from] ?? '', ...texts };
}
