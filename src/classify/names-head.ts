import wordData from './data/head-words.yaml';
import { readToken, type TokenBuffer } from './token-buffer.ts';

const words = wordData as Readonly<
  Record<'article' | 'before' | 'at_after' | 'to_after' | 'not_followed_by', readonly string[]>
>;
const ARTICLE: ReadonlySet<string> = new Set(words.article);
const BEFORE: ReadonlySet<string> = new Set(words.before);
const AT_AFTER: ReadonlySet<string> = new Set(words.at_after);
const TO_AFTER: ReadonlySet<string> = new Set(words.to_after);
const NOT_FOLLOWED_BY: ReadonlySet<string> = new Set(words.not_followed_by);

const HEAD = 'head';

function wordAt(tokens: TokenBuffer, at: number, sentence: number | undefined): string {
  return at >= 0 && at < tokens.count && tokens.sentence[at] === sentence
    ? readToken(tokens, at).toLowerCase()
    : '';
}

/**
 * Whether `head` at a token is the head of the school and no part of a body: `told the | head`, `swore at the | head`,
 * not `hit on the head`. At the start of a sentence it depends on the verb behind it, which the caller knows.
 */
export function namesHead(tokens: TokenBuffer, at: number, opens: (at: number) => boolean): boolean {
  // Asked of every token: most are told by their length alone.
  if ((tokens.end[at] ?? 0) - (tokens.start[at] ?? 0) !== HEAD.length) return false;
  const sentence = tokens.sentence[at];
  if (wordAt(tokens, at, sentence) !== HEAD || !ARTICLE.has(wordAt(tokens, at - 1, sentence))) return false;
  if (NOT_FOLLOWED_BY.has(wordAt(tokens, at + 1, sentence))) return false;
  const before = wordAt(tokens, at - 2, sentence);
  if (before === '') return opens(at);
  if (before === 'at') return AT_AFTER.has(wordAt(tokens, at - 3, sentence));
  if (before === 'to') return TO_AFTER.has(wordAt(tokens, at - 3, sentence));
  return BEFORE.has(before);
}
