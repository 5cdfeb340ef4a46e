import { type Field, GENERIC, squash } from './layout.ts';

/** What a column that tells positive from negative holds, and nothing else. */
const POLARITY =
  /^(?:(?:positive|negative|neutral|pos|neg|p|n|\+(?:ve)?|[-\u2212](?:ve)?)(?: (?:behaviours?|events?|incidents?|points?))?|achievements?|behaviours?)$/i;
const TELLING = /^(?:pos|neg|p$|n$|\+|[-\u2212]|achievement)/i;

function isPolarity(rows: readonly (readonly string[])[], column: number): boolean {
  const values = rows.map((cells) => (cells[column] ?? '').trim()).filter((value) => value !== '');
  return values.some((value) => TELLING.test(value)) && values.every((value) => POLARITY.test(value));
}

/**
 * Finds by its values a column that tells positive records from negative ones, `Type` beside `Behaviour`: no name tells
 * it from a column of categories. Where it was taken for the category, and not by the user's own choice, the next column
 * of that kind takes its place.
 * Gives the places of the columns as they then are.
 */
export function findPolarity(
  at: ReadonlyMap<Field, number>,
  headers: readonly string[],
  rows: readonly (readonly string[])[],
  isCategoryGiven: boolean,
): ReadonlyMap<Field, number> {
  const category = at.get('category');
  if (at.has('polarity') || category === undefined) return at;
  const taken = new Set(at.values());
  const rankOf = (column: number): number => {
    const meant = GENERIC.fields.get(squash(headers[column] ?? '')) ?? [];
    return meant.find(({ field }) => field === 'category')?.rank ?? -1;
  };
  const others = headers
    .map((_, column) => column)
    .filter((column) => !taken.has(column) && rankOf(column) !== -1)
    .sort((a, b) => rankOf(a) - rankOf(b));
  if (isPolarity(rows, category)) {
    if (isCategoryGiven) return at;
    const next = others.find((column) => !isPolarity(rows, column));
    return next === undefined ? at : new Map([...at, ['category', next], ['polarity', category]]);
  }
  const found = others.find((column) => isPolarity(rows, column));
  return found === undefined ? at : new Map([...at, ['polarity', found]]);
}
