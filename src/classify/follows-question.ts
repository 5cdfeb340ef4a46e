import type { TokenBuffer } from './token-buffer.ts';

/** Whether a question mark stands between a token and the one before it. */
export function followsQuestion(tokens: TokenBuffer, at: number): boolean {
  if (at === 0 || tokens.field[at - 1] !== tokens.field[at]) return false;
  const text = tokens.texts[tokens.field[at] ?? 0] ?? '';
  return text.slice(tokens.end[at - 1] ?? 0, tokens.start[at] ?? 0).includes('?');
}
