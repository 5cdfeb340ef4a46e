import { gatherSpellings } from './gather-spellings.ts';
import { type KnownName, readKnownName } from './read-known-name.ts';
import { MAX_TOKENS_PER_FIELD } from './token-buffer.ts';

/**
 * Parts of what is known of a record that are weighed by themselves: what a word means differs between them. `found` and
 * `classes` are what the rules make of it (list-signs.ts); `neighbours` are two words in a row, and `together` is any two
 * kinds of labels that they found in the same record.
 */
export const BLOCK = {
  words: 0,
  spelling: 1,
  action: 2,
  category: 3,
  found: 4,
  classes: 5,
  neighbours: 6,
  neighboursInAction: 7,
  together: 8,
} as const;
/** How many such parts there are. */
export const BLOCK_COUNT = Object.keys(BLOCK).length;

const OFFSET = 0x811c9dc5;
const PRIME = 0x01000193;
const SALTS = [
  0x1b873593, 0x2545f491, 0x5bd1e995, 0x7f4a7c15, 0x165667b1, 0x27d4eb2f, 0x38495ab5, 0x4cf5ad43, 0x52dce729,
] as const;
/** Keep apart which of two words stands first, and pairs from other pairs with the same sum. */
const [FIRST, SUM, DIFFERENCE] = [0x9e3779b1, 0x85ebca77, 0xc2b2ae3d] as const;
const EDGE = 95;
const DIGIT = 35;
const MARK = 39;
const SHORTEST_PIECE = 3;
const LONGEST_PIECE = 5;

/** Spreads the bits of a hash (the finaliser of MurmurHash3, A. Appleby): what a feature is known by, 0 to 2 ** 32 - 1. */
function toFeature(hash: number): number {
  let mixed = hash ^ (hash >>> 16);
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed ^= mixed >>> 13;
  mixed = Math.imul(mixed, 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

/** Character of a word as it is read: small letters, one sign for every digit; 0 where a word ends. */
function readAnyCharacter(code: number): number {
  if (code >= 97 && code <= 122) return code;
  if (code >= 65 && code <= 90) return code + 32;
  if (code >= 48 && code <= 57) return DIGIT;
  if (code === 0x2019 || code === MARK) return MARK;
  if (code === 42) return code;
  return code >= 0xc0 && code <= 0x24f ? code : 0;
}

/** Nearly every character is one of the first: looked up, not asked of one by one. */
const READ = Uint16Array.from({ length: 128 }, (_, code) => readAnyCharacter(code));

function readCharacter(code: number): number {
  return code < 128 ? (READ[code] as number) : readAnyCharacter(code);
}

/** Stands for a row that was not worked out yet. */
export const NO_ROW = -1;

/** A word met before, with where it was last met, so that each counts once a field. */
export interface FeatureWord {
  readonly hash: number;
  readonly characters: Uint16Array;
  /** Whether it is somebody's name: then it is read as one and the same word. */
  readonly name: KnownName | null;
  /** The word that is meant, where it is misspelt or typed in a hurry. */
  meant: FeatureWord | null;
  /** Another word with the same hash: what a record is taken for may not depend on which was met first. */
  next: FeatureWord | undefined;
  seenIn: number;
  /** Places of what it weighs in a narrative, in what was done and in a category. */
  inNarrative: number;
  inAction: number;
  inCategory: number;
  /** Place of what it adds to the filters that read words in their order. */
  inOrder: number;
}

/** Words by the hash of their letters. */
export type FeatureWords = Map<number, FeatureWord>;

function isAt(text: string, from: number, { characters }: FeatureWord, length: number): boolean {
  if (characters.length !== length) return false;
  for (let at = 0; at < length; at++)
    if (characters[at] !== readCharacter(text.charCodeAt(from + at))) return false;
  return true;
}

/** What stands for every name, and for every name with the 's of a possessive: nobody writes them. */
const [NAME, NAMES_OWN] = ['**name**', "**name**'s"] as const;

function hashOf(text: string): number {
  let hash = OFFSET;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ readCharacter(text.charCodeAt(at)), PRIME);
  return hash;
}

const [NAME_HASH, NAMES_OWN_HASH] = [hashOf(NAME), hashOf(NAMES_OWN)] as const;

function isOwn(characters: Uint16Array): boolean {
  const { length } = characters;
  return length > 2 && characters[length - 1] === 115 && characters[length - 2] === 39;
}

/** Nobody's name is longer; a text may hold a word of any length. */
const LONGEST_NAME = 40;

function nameOf(characters: Uint16Array): KnownName | null {
  if (characters.length > LONGEST_NAME) return null;
  return readKnownName(String.fromCharCode(...characters.subarray(0, isOwn(characters) ? -2 : undefined)));
}

/** Nobody misspells a longer word in a way that a table holds. */
const LONGEST_SPELLING = 24;
/** By the letters as they are read; a spelling that stands for two words is read as it is written. */
const MEANT: ReadonlyMap<string, string> = new Map(
  Object.entries(gatherSpellings()).filter(([, meant]) => /^[a-z']+$/.test(meant)),
);

function findMeant(words: FeatureWords, characters: Uint16Array): FeatureWord | null {
  if (characters.length > LONGEST_SPELLING) return null;
  const meant = MEANT.get(String.fromCharCode(...characters));
  return meant === undefined ? null : findWord(words, hashOf(meant), meant, 0, meant.length);
}

function isCapital(code: number): boolean {
  return (code >= 65 && code <= 90) || (code >= 0xc0 && code <= 0xde);
}

/** The word that is read: names are as good as each other, and a misspelling is as good as the word. */
function standIn(words: FeatureWords, word: FeatureWord, first: number): FeatureWord {
  if (word.name === null || (word.name === 'capital' && !isCapital(first))) return word.meant ?? word;
  return isOwn(word.characters)
    ? findWord(words, NAMES_OWN_HASH, NAMES_OWN, 0, NAMES_OWN.length)
    : findWord(words, NAME_HASH, NAME, 0, NAME.length);
}

function findWord(
  words: FeatureWords,
  hash: number,
  text: string,
  from: number,
  length: number,
): FeatureWord {
  const first = words.get(hash);
  for (let word = first; word !== undefined; word = word.next)
    if (isAt(text, from, word, length)) return word;
  const characters = new Uint16Array(length);
  for (let at = 0; at < length; at++) characters[at] = readCharacter(text.charCodeAt(from + at));
  const word: FeatureWord = {
    hash,
    characters,
    name: nameOf(characters),
    meant: null,
    next: first,
    seenIn: -1,
    inNarrative: NO_ROW,
    inAction: NO_ROW,
    inCategory: NO_ROW,
    inOrder: NO_ROW,
  };
  words.set(hash, word);
  word.meant = findMeant(words, characters);
  return word;
}

/**
 * Cuts a text into words and gives each to `visit`, in their order. Each word is looked up by its hash, so a
 * text whose words are known costs a few nanoseconds a letter. As many words are read as the rules read. Names that are
 * known as such are one and the same word, so that nothing hangs on what anybody is called; a misspelling that is in
 * the tables is the word that is meant.
 */
export function visitWords(text: string, words: FeatureWords, visit: (word: FeatureWord) => void): void {
  let hash = OFFSET;
  let from = 0;
  let length = 0;
  let count = 0;
  /** Apostrophes since the last letter: within a word they belong to it, at its edges they are quotation marks. */
  let marks = 0;
  for (let at = 0; at <= text.length && count < MAX_TOKENS_PER_FIELD; at++) {
    const sign = at < text.length ? readCharacter(text.charCodeAt(at)) : 0;
    if (sign === MARK) {
      marks++;
      continue;
    }
    if (sign !== 0) {
      if (length === 0) from = at;
      else for (; marks > 0; marks--, length++) hash = Math.imul(hash ^ MARK, PRIME);
      hash = Math.imul(hash ^ sign, PRIME);
      length++;
      marks = 0;
      continue;
    }
    marks = 0;
    if (length === 0) continue;
    const word = findWord(words, hash, text, from, length);
    visit(word.name === null ? (word.meant ?? word) : standIn(words, word, text.charCodeAt(from)));
    hash = OFFSET;
    length = 0;
    count++;
  }
}

/** The feature of a whole word in a block. */
export function featureOfWord(word: FeatureWord, block: number): number {
  return toFeature(word.hash ^ (SALTS[block] ?? 0));
}

/** Hash of the name of what the rules found. */
export function hashOfName(name: string): number {
  let hash = OFFSET;
  for (let at = 0; at < name.length; at++) hash = Math.imul(hash ^ name.charCodeAt(at), PRIME);
  return hash;
}

/** The feature of what the rules found, by the hash of its name. */
export function featureOfHash(hash: number, block: number): number {
  return toFeature(hash ^ (SALTS[block] ?? 0));
}

/** The feature of two words of which one follows the other. */
export function featureOfNeighbours(first: FeatureWord, second: FeatureWord, block: number): number {
  return toFeature(Math.imul(first.hash, FIRST) ^ (second.hash + (SALTS[block] ?? 0)));
}

/** The feature of two kinds of labels, by the hashes of their names; which is named first makes no difference. */
export function featureOfBoth(one: number, other: number, block: number): number {
  return toFeature(Math.imul(one + other, SUM) ^ Math.imul(one ^ other, DIFFERENCE) ^ (SALTS[block] ?? 0));
}

/** The features of the pieces of three to five letters of a word, its edges marked: misspellings share most of them. */
export function featuresOfPieces({ characters }: FeatureWord, block: number): number[] {
  const features: number[] = [];
  const last = Math.min(characters.length, 40) + 1;
  const characterAt = (place: number): number =>
    place === 0 || place === last ? EDGE : (characters[place - 1] ?? EDGE);
  for (let from = 0; from <= last; from++) {
    let hash = OFFSET ^ (SALTS[block] ?? 0);
    for (let length = 1; length <= LONGEST_PIECE && from + length <= last + 1; length++) {
      hash = Math.imul(hash ^ characterAt(from + length - 1), PRIME);
      if (length >= SHORTEST_PIECE) features.push(toFeature(hash));
    }
  }
  return features;
}
