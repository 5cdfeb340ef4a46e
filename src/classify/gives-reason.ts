import wordData from './data/cue-words.yaml';
import { readToken, type TokenBuffer } from './token-buffer.ts';

const REASONS: ReadonlySet<string> = new Set((wordData as { readonly reasons: readonly string[] }).reasons);

/** Whether the word at `at` leads to what was the reason: `went through the rules | because she had sworn`. */
export function givesReason(tokens: TokenBuffer, at: number): boolean {
  return REASONS.has(readToken(tokens, at).toLowerCase());
}
