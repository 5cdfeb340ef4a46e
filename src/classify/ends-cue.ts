import wordData from './data/cue-words.yaml';
import { MARK, readToken, type TokenBuffer } from './token-buffer.ts';

const INSTEAD: ReadonlySet<string> = new Set((wordData as { readonly instead: readonly string[] }).instead);

/** Whether the word at `at` stands behind a comma and says what was there instead: `no fight, | only Ben kicking Tom`. */
export function endsCue(tokens: TokenBuffer, at: number): boolean {
  const parted = ((tokens.marks[at] ?? 0) & (MARK.commaBefore | MARK.breakBefore)) !== 0;
  return parted && INSTEAD.has(readToken(tokens, at).toLowerCase());
}
