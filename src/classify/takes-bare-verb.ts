import wordData from './data/bare-verbs.yaml';
import { readToken, type TokenBuffer } from './token-buffer.ts';
import { createWordSet, isOneOf } from './word-set.ts';

const words = wordData as Readonly<
  Record<
    'denying' | 'before_not' | 'bare_after' | 'auxiliary' | 'inverted' | 'denies_on' | 'before_deed',
    readonly string[]
  >
>;
const DENYING: ReadonlySet<string> = new Set(words.denying);
const BEFORE_NOT: ReadonlySet<string> = new Set(words.before_not);
const BARE_AFTER: ReadonlySet<string> = new Set(words.bare_after);
const AUXILIARY: ReadonlySet<string> = new Set(words.auxiliary);
const INVERTED = createWordSet(words.inverted);
const DENIES_ON = createWordSet(words.denies_on);
const BEFORE_DEED = createWordSet(words.before_deed);

/**
 * Whether the words that end before `to` deny or imagine a bare verb, so that a finite one behind it is not under them:
 * `turned down the chance to | talk and kicked Tom`, `told him not | to cry and kicked him`.
 */
export function takesBareVerb(tokens: TokenBuffer, to: number): boolean {
  const last = readToken(tokens, to - 1)
    .toLowerCase()
    .replace('’', "'");
  if (DENYING.has(last)) return true;
  if (BARE_AFTER.has(last)) return !AUXILIARY.has(readToken(tokens, to).toLowerCase());
  if (last !== 'not') return false;
  if (readToken(tokens, to).toLowerCase() === 'to')
    return !AUXILIARY.has(readToken(tokens, to + 1).toLowerCase());
  return to > 1 && BEFORE_NOT.has(readToken(tokens, to - 2).toLowerCase());
}

/** Whether the verb at `at` may stand before its subject: `not once has Olly`, `nor did she`. */
export function standsInverted(tokens: TokenBuffer, at: number): boolean {
  return isOneOf(tokens, at, INVERTED);
}

/** Whether the word at `at` joins one more to what is denied: `did not swear | or hit`. */
export function deniesOn(tokens: TokenBuffer, at: number): boolean {
  return isOneOf(tokens, at, DENIES_ON);
}

/** Whether the word at `at` may stand between `and` and a deed that was done: `told not to and | still took it`. */
export function standsBeforeDeed(tokens: TokenBuffer, at: number): boolean {
  return isOneOf(tokens, at, BEFORE_DEED);
}
