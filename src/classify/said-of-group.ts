import wordData from './data/cue-words.yaml';
import { readToken, type TokenBuffer } from './token-buffer.ts';
import { createWordSet, isOneOf } from './word-set.ts';

const words = wordData as Readonly<Record<'saying' | 'groups', readonly string[]>>;
const SAYING: ReadonlySet<string> = new Set(words.saying);
const GROUPS = createWordSet(words.groups);

/** How many words may tell to whom it was said: `told | a girl in Year 5 that girls are weak`. */
const TO_WHOM = 6;

/**
 * Whether the word at `at` names a group of whom something is said: in `never said that | girls are weak` all of what
 * was said is denied with the saying, though a new subject begins.
 */
export function isSaidOfGroup(tokens: TokenBuffer, at: number): boolean {
  if (at < 2 || !isOneOf(tokens, at, GROUPS)) return false;
  const before = readToken(tokens, at - 1).toLowerCase();
  if (SAYING.has(before)) return true;
  if (before !== 'that') return false;
  for (let back = at - 2; back >= 0 && at - 2 - back <= TO_WHOM; back--) {
    if (tokens.sentence[back] !== tokens.sentence[at]) return false;
    if (SAYING.has(readToken(tokens, back).toLowerCase())) return true;
  }
  return false;
}
