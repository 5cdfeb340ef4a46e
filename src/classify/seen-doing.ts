import wordData from './data/bare-verbs.yaml';
import type { TokenBuffer } from './token-buffer.ts';
import { createWordSet, isOneOf } from './word-set.ts';

const words = wordData as Readonly<Record<'seen_doing' | 'seeing' | 'informed', readonly string[]>>;
const BARE_AFTER = createWordSet(words.seen_doing);
const SEEING = createWordSet(words.seeing);
const INFORMED = createWordSet(words.informed);

/** Whether the word is one of seeing, hearing or making, after which a verb stands bare: `watched him slap her`. */
export function isSeenDoing(tokens: TokenBuffer, at: number): boolean {
  return isOneOf(tokens, at, BARE_AFTER);
}

/** Whether the word only tells that somebody looked on: `we | saw Jake smoke`. */
export function isSeeing(tokens: TokenBuffer, at: number): boolean {
  return isOneOf(tokens, at, SEEING);
}

/** Whether the word says, without a helping verb, that somebody was told: `Mum | spoken to`. */
export function isInformed(tokens: TokenBuffer, at: number): boolean {
  return isOneOf(tokens, at, INFORMED);
}
