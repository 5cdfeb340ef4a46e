import wordData from './data/cue-words.yaml';
import { readToken, type TokenBuffer } from './token-buffer.ts';

const words = wordData as Readonly<Record<'saying' | 'groups', readonly string[]>>;
const SAYING: ReadonlySet<string> = new Set(words.saying);
const GROUPS: ReadonlySet<string> = new Set(words.groups);

/**
 * Whether the word at `at` names a group of whom something is said: in `never said that | girls are weak` all of what
 * was said is denied with the saying, though a new subject begins.
 */
export function isSaidOfGroup(tokens: TokenBuffer, at: number): boolean {
  if (at < 2 || !GROUPS.has(readToken(tokens, at).toLowerCase())) return false;
  const before = readToken(tokens, at - 1).toLowerCase();
  const verb = before === 'that' ? readToken(tokens, at - 2).toLowerCase() : before;
  return SAYING.has(verb);
}
