/** Spellings of a word that agree in so many first letters are alike, if the shorter has hardly more. */
const SAME_START = 3;

/** The words of a name without marks, dots and apostrophes: `O'Néill-Day` is `oneill` and `day`. */
function wordsOf(key: string): readonly string[] {
  const plain = key.normalize('NFD').replaceAll(/\p{M}|'/gu, '');
  return plain.split(/[\s.(),-]+/).filter((word) => word !== '');
}

/** The first letter and the consonants, none of them twice in a row: Mohammed and Muhammad have the same. */
function bonesOf(word: string): string {
  return (word.slice(0, 1) + word.slice(1).replaceAll(/[aeiouy]/g, '')).replaceAll(/(.)\1+/g, '$1');
}

/** Whether one letter more, less or other makes one text of the other. */
function isNear(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (long.length - short.length > 1) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at += 1;
  return long.slice(at + 1) === short.slice(short.length === long.length ? at + 1 : at);
}

function areWordsAlike(one: string, other: string): boolean {
  const shorter = Math.min(one.length, other.length);
  let same = 0;
  while (same < shorter && one[same] === other[same]) same += 1;
  if (same >= SAME_START && same >= shorter - 1) return true;
  if (shorter > SAME_START && (one.endsWith(other) || other.endsWith(one))) return true;
  const [bones, others] = [bonesOf(one), bonesOf(other)];
  const least = Math.min(bones.length, others.length);
  return (least >= 3 && bones === others) || (least >= 4 && isNear(bones, others));
}

/** `AL` and `A L` may be Ann Lee, and `A. Lee` may be Ann Brown. */
function isInitialOf(short: readonly string[], long: readonly string[]): boolean {
  const [first = '', ...more] = short;
  const starts = long.map((word) => word.slice(0, 1));
  if (first.length === 1) return first === starts[0];
  const isShort = more.length === 0 && first.length <= 3 && long.length > 1;
  return isShort && first.startsWith(starts[0] ?? ' ') && first.endsWith(starts.at(-1) ?? ' ');
}

/**
 * Whether two keys of names may be spellings of one name: with a word shortened, misspelt or written another way
 * (`Mohammed`, `Muhammad`), or in initials. Alike names are no proof of one person, only none of two.
 */
export function areNamesAlike(one: string, other: string): boolean {
  const [words, others] = [wordsOf(one), wordsOf(other)];
  const long = (all: readonly string[]): readonly string[] => all.filter((word) => word.length > 1);
  return (
    long(words).some((word) => long(others).some((match) => areWordsAlike(word, match))) ||
    isInitialOf(words, others) ||
    isInitialOf(others, words)
  );
}
