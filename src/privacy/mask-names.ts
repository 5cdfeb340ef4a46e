import { AFTER_MISS, findNames, indexNames, splitWords } from './name-index.ts';

/** A title in any case with a surname: `Mrs J. de la Cruz-Hill's`. The verb in `miss lessons` is no title. */
const TITLED = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:mr|mrs|ms|miss(?!\\s+(?:${AFTER_MISS})(?![\\p{L}\\p{N}]))|mx|dr|prof(?:essor)?|sir|madam|rev(?:d|erend)?|fr)` +
    `(?:\\.[\\s_]*|[\\s_]+)(?:\\p{L}\\.\\s*)*(?:\\p{L}\\s+)?(?:(?:de|van|von|der|la|le)\\s+)*` +
    `\\p{L}[\\p{L}\\p{M}'’]*(?:-\\p{L}[\\p{L}\\p{M}'’]*)*`,
  'giu',
);
/** A unique pupil number: a letter, eleven digits and a digit or letter. */
const UPN = /(?<![\p{L}\p{N}])\p{L}\d{11}[\p{L}\d](?![\p{L}\p{N}])/gu;
const MASK = '[name]';

/**
 * Takes people out of words that a school wrote (`Mr Hughes's room`, `Holt, Ava (plan)`, `AH's den`): titles with a
 * surname, unique pupil numbers, and of the names given any forename or surname by itself, in either order, or initials
 * in capitals. A name that is also a word for a place, such as Hall, goes only beside another part of the same name, or
 * as a forename before the initial of the surname.
 */
export function maskNames(text: string, names: readonly string[]): string {
  const index = indexNames(names);
  const masked = text
    .replaceAll(UPN, MASK)
    .replaceAll(TITLED, MASK)
    .split(MASK)
    .map((piece) => maskPiece(piece, index))
    .join(MASK);
  // Two parts of one name, however they are joined, are one person.
  return masked.replaceAll(/\[name\](?:[\s,._/–-]*\[name\])+/gu, MASK);
}

function maskPiece(piece: string, index: ReturnType<typeof indexNames>): string {
  const words = splitWords(piece);
  const found = findNames(
    words.map(([word]) => word),
    index,
  );
  let [result, end] = ['', 0];
  for (const [at, match] of words.entries()) {
    if (found[at] !== true) continue;
    result += `${piece.slice(end, match.index)}${MASK}`;
    end = (match.index ?? 0) + match[0].length;
  }
  return result + piece.slice(end);
}

/** Masks the keys of a table; keys that become one have their counts added. */
export function maskKeys(
  table: Readonly<Record<string, number>>,
  names: readonly string[],
): Record<string, number> {
  return gatherKeys(table, (key) => maskNames(key, names));
}

/** Writes the keys of a table another way; keys that become one have their counts added. */
export function gatherKeys(
  table: Readonly<Record<string, number>>,
  write: (key: string) => string,
): Record<string, number> {
  const gathered = new Map<string, number>();
  for (const [key, count] of Object.entries(table)) {
    const name = write(key);
    gathered.set(name, (gathered.get(name) ?? 0) + count);
  }
  return Object.fromEntries(gathered);
}
