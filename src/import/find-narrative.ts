import type { Field } from './layout.ts';

/** Fewer cells prove nothing. */
const FEWEST = 5;
/** Names of categories are shorter: of the nationally used reasons for an exclusion half have five words or fewer. */
const WORDS = 7;
/** Of accounts hardly any two are alike; categories come again and again. */
const SHARE_OF_OWN = 0.9;

/** Words of the longest stretch that no separator of categories parts. */
function countWords(cell: string): number {
  const parts = cell.split(/[;|,>\n]+/).map((part) => part.split(/\s+/).filter((word) => word !== '').length);
  return Math.max(...parts);
}

/**
 * Finds by its values a column of accounts that was taken for categories, such as `Behaviour` of an ABC chart, where no
 * other column tells what happened: accounts name pupils, and categories are printed. Gives the places as they then are.
 */
export function findNarrative(
  at: ReadonlyMap<Field, number>,
  rows: readonly (readonly string[])[],
): ReadonlyMap<Field, number> {
  const category = at.get('category');
  if (category === undefined || at.has('narrative') || at.has('summary') || at.has('sub_category')) return at;
  const cells = rows.map((row) => (row[category] ?? '').trim()).filter((cell) => cell !== '');
  const own = new Set(cells.map((cell) => cell.toLowerCase())).size;
  if (cells.length < FEWEST || own < SHARE_OF_OWN * cells.length) return at;
  const long = cells.filter((cell) => countWords(cell) >= WORDS).length;
  if (long <= cells.length / 2) return at;
  const moved = new Map(at);
  moved.delete('category');
  return moved.set('narrative', category);
}
