import wordData from './data/bare-verbs.yaml';
import { readToken, type TokenBuffer } from './token-buffer.ts';

const BARE_AFTER: ReadonlySet<string> = new Set(
  (wordData as { readonly seen_doing: readonly string[] }).seen_doing,
);

/** Whether the word is one of seeing, hearing or making, after which a verb stands bare: `watched him slap her`. */
export function isSeenDoing(tokens: TokenBuffer, at: number): boolean {
  return BARE_AFTER.has(readToken(tokens, at).toLowerCase());
}
