import data from './activity-words.yaml';
import { type Field, squash } from './layout.ts';

const { places } = data as { readonly places: readonly string[] };
const PLACE = new RegExp(`\\b(?:${places.join('|')})\\b`, 'i');
/** A clock that was never set. */
const NO_TIME = /^0?0:00(?::00)?$/;

/**
 * Reads `Activity` of a SIMS report by its values: as the place where most of them are places and no column is, else as
 * the part of the day (`Lesson`, `Break`) where no column gives that or a time. Elsewhere it stays unread, and is told:
 * what time it was says more than that it was in a lesson.
 */
export function findActivity(
  layout: string,
  at: ReadonlyMap<Field, number>,
  headers: readonly string[],
  rows: readonly (readonly string[])[],
): ReadonlyMap<Field, number> {
  const column = layout === 'sims' ? headers.findIndex((header) => squash(header) === 'activity') : -1;
  if (column === -1 || [...at.values()].includes(column)) return at;
  const read = (place: number): string[] =>
    rows.map((cells) => (cells[place] ?? '').trim()).filter((cell) => cell !== '');
  const filled = read(column);
  const arePlaces = filled.filter((cell) => PLACE.test(cell)).length * 2 > filled.length;
  if (arePlaces) return at.has('location') ? at : new Map([...at, ['location', column]]);
  const hasTimes = read(at.get('time') ?? -1).some((cell) => !NO_TIME.test(cell));
  return at.has('period') || hasTimes || filled.length === 0 ? at : new Map([...at, ['period', column]]);
}
