import { parsePupilName } from './pupil-name.ts';

/** Longer text is no name, and slow to take apart. */
const LONGEST = 300;

/**
 * The keys of the names that stand alone in cells or in lines of them, and of whole names that an `and` parts; not of
 * `Ann, Bo` before one, who may be two.
 */
export function listKnownNames(cells: readonly string[]): ReadonlySet<string> {
  const names = cells
    .flatMap((cell) => cell.split(/[;|\n\r]+/))
    .filter((line) => line.length <= LONGEST)
    .flatMap((line) => {
      const parts = line.split(/\s+and\s+|\s*[&+]\s*/);
      return parts.length === 1 ? parts : parts.filter((part) => /^[^\s,]+(?:\s+[^\s,]+)+$/.test(part));
    });
  return new Set([...new Set(names)].map((name) => parsePupilName(name).key));
}
