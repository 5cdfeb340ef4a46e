import { parsePupilName } from './pupil-name.ts';

/** The keys of the names that stand alone in cells, or in lines of them. */
export function listKnownNames(cells: readonly string[]): ReadonlySet<string> {
  const names = cells.flatMap((cell) => cell.split(/[;|\n\r]+/)).filter((name) => !/[&+]|\sand\s/.test(name));
  return new Set([...new Set(names)].map((name) => parsePupilName(name).key));
}
