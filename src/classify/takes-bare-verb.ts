import wordData from './data/bare-verbs.yaml';
import { readToken, type TokenBuffer } from './token-buffer.ts';

const words = wordData as Readonly<Record<'denying' | 'before_not' | 'inverted', readonly string[]>>;
const DENYING: ReadonlySet<string> = new Set(words.denying);
const BEFORE_NOT: ReadonlySet<string> = new Set(words.before_not);
const INVERTED: ReadonlySet<string> = new Set(words.inverted);

/** Whether the words that end before `to` deny a bare verb, so that a finite one behind it is not denied by them. */
export function takesBareVerb(tokens: TokenBuffer, to: number): boolean {
  const last = readToken(tokens, to - 1)
    .toLowerCase()
    .replace('’', "'");
  if (last !== 'not') return DENYING.has(last);
  return to > 1 && BEFORE_NOT.has(readToken(tokens, to - 2).toLowerCase());
}

/** Whether the verb at `at` may stand before its subject: `not once has Olly`, `nor did she`. */
export function standsInverted(tokens: TokenBuffer, at: number): boolean {
  return INVERTED.has(readToken(tokens, at).toLowerCase());
}
