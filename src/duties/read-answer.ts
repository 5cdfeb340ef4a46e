import { readToken, type TokenBuffer } from '../classify/token-buffer.ts';
import answerData from './answer-words.yaml';

/** What the answer to an item of a form says: done, not done, or still open. */
export type FormAnswer = 'yes' | 'no' | 'open';

type AnswerWords = Readonly<Record<FormAnswer | 'named_before' | 'item_ends', readonly string[]>>;

const answerWords = answerData as AnswerWords;
const WORDS: ReadonlyMap<string, FormAnswer> = new Map(
  (['yes', 'no', 'open'] as const).flatMap((kind) => answerWords[kind].map((word) => [word, kind] as const)),
);
const NAMED_BEFORE: ReadonlySet<string> = new Set(answerWords.named_before);
const ITEM_ENDS: ReadonlySet<string> = new Set(answerWords.item_ends);

const gapBefore = (tokens: TokenBuffer, at: number): string =>
  (tokens.texts[tokens.field[at] ?? 0] ?? '').slice(tokens.end[at - 1] ?? 0, tokens.start[at] ?? 0);

function isInField(tokens: TokenBuffer, at: number, field: number | undefined): boolean {
  return at >= 0 && at < tokens.count && tokens.field[at] === field;
}

const wordAt = (tokens: TokenBuffer, at: number): string => readToken(tokens, at).toLowerCase();

/** Whether a word ends there: nothing follows, or a mark does, or (behind `no`) another item begins with a capital. */
function standsAlone(tokens: TokenBuffer, at: number, word: string): boolean {
  if (!isInField(tokens, at + 1, tokens.field[at])) return true;
  const behind = gapBefore(tokens, at + 1);
  if (/[([]/.test(gapBefore(tokens, at))) return /[)\]]/.test(behind);
  if (behind.trim() !== '') return true;
  return word.length > 1 && /^\p{Lu}/u.test(readToken(tokens, at + 1));
}

/** Whether a word ends its field, its line or its sentence. */
function isLast(tokens: TokenBuffer, at: number): boolean {
  return !isInField(tokens, at + 1, tokens.field[at]) || /[.;\n]/.test(gapBefore(tokens, at + 1));
}

/** Whether a mark that stands between an item of a form and its answer is before a word. */
export function answersItem(tokens: TokenBuffer, at: number): boolean {
  return isInField(tokens, at - 1, tokens.field[at]) && /[:?=([–—]|\s-|-\s/.test(gapBefore(tokens, at));
}

/**
 * The answer to an item of a form that a word gives, null when it is none: `Parents informed: no`, `DSL told? Y`, `LA
 * form - n/a`. Staff keep such forms in the text of a record, where `no answer` and `N Smith` are no answers.
 */
export function readAnswer(tokens: TokenBuffer, at: number): FormAnswer | null {
  const field = tokens.field[at];
  if (!isInField(tokens, at - 1, field)) return null;
  const word = wordAt(tokens, at);
  const answer = WORDS.get(word);
  if (answer === undefined || !standsAlone(tokens, at, word)) return null;
  const before = wordAt(tokens, at - 1);
  if (NAMED_BEFORE.has(before)) return null;
  return answersItem(tokens, at) || (ITEM_ENDS.has(before) && isLast(tokens, at)) ? answer : null;
}
