import wordData from './data/cue-words.yaml';
import { MARK, type TokenBuffer } from './token-buffer.ts';
import { createWordSet, isOneOf } from './word-set.ts';

const INSTEAD = createWordSet((wordData as { readonly instead: readonly string[] }).instead);

/** Whether the word at `at` stands behind a comma and says what was there instead: `no fight, | only Ben kicking Tom`. */
export function endsCue(tokens: TokenBuffer, at: number): boolean {
  const parted = ((tokens.marks[at] ?? 0) & (MARK.commaBefore | MARK.breakBefore)) !== 0;
  return parted && isOneOf(tokens, at, INSTEAD);
}
