import wordData from './data/cue-words.yaml';
import type { TokenBuffer } from './token-buffer.ts';
import { createWordSet, isOneOf } from './word-set.ts';

const REASONS = createWordSet((wordData as { readonly reasons: readonly string[] }).reasons);

/** Whether the word at `at` leads to what was the reason: `went through the rules | because she had sworn`. */
export function givesReason(tokens: TokenBuffer, at: number): boolean {
  return isOneOf(tokens, at, REASONS);
}
