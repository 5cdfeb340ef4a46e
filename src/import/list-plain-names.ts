import { softenForename } from './soften-forename.ts';

/** The names, in small letters, that cells write without capitals for a part, where other cells write some with: else none. */
export function listPlainNames(cells: readonly string[]): ReadonlySet<string> {
  const names = cells.flatMap((cell) => cell.split(/[;|\n\r]+/)).map((name) => name.trim());
  if (!names.some((name) => softenForename(name) !== null)) return new Set();
  return new Set(names.filter((name) => /^\p{Lu}\p{Ll}/u.test(name)).map((name) => name.toLowerCase()));
}
