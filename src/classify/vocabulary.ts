/**
 * Every word that the engine knows, found by its characters alone: no string is cut from a record to look one up.
 * Words stand one behind the other in `codes`; `slots` is an open table by hash, of the upper bits of the hash
 * together with the number of the word, so that most words that are unknown are told without looking at another table.
 */
export interface Vocabulary {
  readonly codes: Uint16Array;
  readonly starts: Int32Array;
  readonly ids: Int32Array;
  readonly slots: Int32Array;
}

/** Hash of no characters; each further one is put in with `addToHash`. */
export const EMPTY_HASH = 0x811c9dc5 | 0;

/** FNV-1a, one character at a time. */
export function addToHash(hash: number, code: number): number {
  return Math.imul(hash ^ code, 0x01000193);
}

/** Lower bits of a slot: the number of a word, from 1. */
const NUMBER = 0xffff;

function firstSlot(hash: number, size: number): number {
  return (hash ^ (hash >>> 15)) & (size - 1);
}

/** Builds the table; words that are spelled differently may share an id. */
export function buildVocabulary(words: ReadonlyMap<string, number>): Vocabulary {
  const count = words.size;
  if (count >= NUMBER) throw new Error('More words than the table has numbers for.');
  const starts = new Int32Array(count + 1);
  const ids = new Int32Array(count);
  let size = 1024;
  while (size < count * 2) size *= 2;
  const slots = new Int32Array(size);
  let length = 0;
  for (const word of words.keys()) length += word.length;
  const codes = new Uint16Array(length);
  let at = 0;
  let entry = 0;
  for (const [word, id] of words) {
    let hash = EMPTY_HASH;
    for (let i = 0; i < word.length; i++) {
      const code = word.charCodeAt(i);
      codes[at++] = code;
      hash = addToHash(hash, code);
    }
    ids[entry] = id;
    entry++;
    starts[entry] = at;
    let slot = firstSlot(hash, size);
    while (slots[slot] !== 0) slot = (slot + 1) & (size - 1);
    slots[slot] = (hash & ~NUMBER) | entry;
  }
  return { codes, starts, ids, slots };
}

/**
 * Id of the word of plain letters a to z, in either case, that stands in `text` from `from` to `to`; 0 if unknown.
 * `hash` is that of the same letters in lower case.
 */
export function findPlainWord(
  { codes, starts, ids, slots }: Vocabulary,
  text: string,
  from: number,
  to: number,
  hash: number,
): number {
  const size = slots.length;
  const length = to - from;
  for (let slot = firstSlot(hash, size); ; slot = (slot + 1) & (size - 1)) {
    const found = slots[slot] ?? 0;
    if (found === 0) return 0;
    if (((found ^ hash) & ~NUMBER) !== 0) continue;
    const entry = found & NUMBER;
    const start = starts[entry - 1] ?? 0;
    if ((starts[entry] ?? 0) - start !== length) continue;
    let same = 0;
    while (same < length && codes[start + same] === (text.charCodeAt(from + same) | 32)) same++;
    if (same === length) return ids[entry - 1] ?? 0;
  }
}

/** Id of a normalised word; 0 if unknown. */
export function findWord({ codes, starts, ids, slots }: Vocabulary, word: string): number {
  let hash = EMPTY_HASH;
  for (let i = 0; i < word.length; i++) hash = addToHash(hash, word.charCodeAt(i));
  const size = slots.length;
  for (let slot = firstSlot(hash, size); ; slot = (slot + 1) & (size - 1)) {
    const found = slots[slot] ?? 0;
    if (found === 0) return 0;
    if (((found ^ hash) & ~NUMBER) !== 0) continue;
    const entry = found & NUMBER;
    const start = starts[entry - 1] ?? 0;
    if ((starts[entry] ?? 0) - start !== word.length) continue;
    let same = 0;
    while (same < word.length && codes[start + same] === word.charCodeAt(same)) same++;
    if (same === word.length) return ids[entry - 1] ?? 0;
  }
}
