import { readToken, type TokenBuffer } from './token-buffer.ts';

/** A few words in small letters, with a bit for each letter with which any of them begins, and ends. */
export interface WordSet {
  readonly words: ReadonlySet<string>;
  readonly firsts: number;
  readonly lasts: number;
}

const ASCII = 128;

function bitOf(code: number): number {
  return 1 << (code & 31);
}

/** Makes a set of words that tokens are asked for. */
export function createWordSet(words: readonly string[]): WordSet {
  let [firsts, lasts] = [0, 0];
  for (const word of words) {
    firsts |= bitOf(word.charCodeAt(0));
    lasts |= bitOf(word.charCodeAt(word.length - 1));
  }
  return { words: new Set(words), firsts, lasts };
}

/**
 * Whether a token is one of the words, in any letters. Most are told by the letter that they begin or end with, and no
 * string is cut out for them; letters beyond ASCII may become others when they are made small, so they are not asked.
 */
export function isOneOf(tokens: TokenBuffer, at: number, { words, firsts, lasts }: WordSet): boolean {
  const text = tokens.texts[tokens.field[at] ?? 0] ?? '';
  const first = text.charCodeAt(tokens.start[at] ?? 0);
  const last = text.charCodeAt((tokens.end[at] ?? 0) - 1);
  if (first < ASCII && (firsts & bitOf(first)) === 0) return false;
  if (last < ASCII && (lasts & bitOf(last)) === 0) return false;
  return words.has(readToken(tokens, at).toLowerCase());
}
