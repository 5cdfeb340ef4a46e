import wordData from './data/bare-verbs.yaml';
import { readToken, type TokenBuffer } from './token-buffer.ts';

const words = wordData as Readonly<Record<'seen_doing' | 'seeing' | 'informed', readonly string[]>>;
const BARE_AFTER: ReadonlySet<string> = new Set(words.seen_doing);
const SEEING: ReadonlySet<string> = new Set(words.seeing);
const INFORMED: ReadonlySet<string> = new Set(words.informed);

/** Whether the word is one of seeing, hearing or making, after which a verb stands bare: `watched him slap her`. */
export function isSeenDoing(tokens: TokenBuffer, at: number): boolean {
  return BARE_AFTER.has(readToken(tokens, at).toLowerCase());
}

/** Whether the word only tells that somebody looked on: `we | saw Jake smoke`. */
export function isSeeing(tokens: TokenBuffer, at: number): boolean {
  return SEEING.has(readToken(tokens, at).toLowerCase());
}

/** Whether the word says, without a helping verb, that somebody was told: `Mum | spoken to`. */
export function isInformed(tokens: TokenBuffer, at: number): boolean {
  return INFORMED.has(readToken(tokens, at).toLowerCase());
}
