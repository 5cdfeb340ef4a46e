import type { CueHit } from './cue-hit.ts';
import wordData from './data/clause-words.yaml';
import { MARK, readToken, type TokenBuffer } from './token-buffer.ts';
import { createWordSet, isOneOf } from './word-set.ts';

const words = wordData as Readonly<
  Record<'leading' | 'opening' | 'subjects' | 'reminding' | 'saying' | 'confidants', readonly string[]>
>;
const LEADING = createWordSet(words.leading);
const OPENING = createWordSet(words.opening);
const SUBJECTS = createWordSet(words.subjects);
const REMINDING = createWordSet(words.reminding);

const SAYING: ReadonlySet<string> = new Set(words.saying);
const CONFIDANTS: ReadonlySet<string> = new Set(words.confidants);

/** How many words may tell to whom something was said. */
const TO_WHOM = 8;

/** Most words that a subject has before the last of them: `a | Y8 | boy`. */
const LONGEST_SUBJECT = 4;

/** Words by which a cue says when something was: a subject follows them as well. */
const TIMES: ReadonlySet<string> = new Set(['historical']);

function wordAt(tokens: TokenBuffer, at: number): string {
  return readToken(tokens, at).toLowerCase();
}

/** Whether a subject at `at` is that of the clause to which the cue leads: `no sign that | a Year 8 boy hit him`. */
export function isLedSubject(tokens: TokenBuffer, { from, to, flag }: CueHit, at: number): boolean {
  if (at - to > LONGEST_SUBJECT) return false;
  for (let back = to; back <= at; back++)
    if (((tokens.marks[back] ?? 0) & (MARK.commaBefore | MARK.breakBefore)) !== 0) return false;
  return isOneOf(tokens, to - 1, LEADING) || isOneOf(tokens, to, LEADING) || (TIMES.has(flag) && from < to);
}

/** Whether the word at `at` can only be a subject. */
export function isSubjectWord(tokens: TokenBuffer, at: number): boolean {
  return isOneOf(tokens, at, SUBJECTS);
}

/** Whether a cue stands in a clause that opens its sentence and is ended by a comma: `with nothing to provoke it, |`. */
export function opensSentence(tokens: TokenBuffer, { from, flag }: CueHit): boolean {
  if (flag !== 'negated') return false;
  let start = from;
  while (start > 0 && tokens.sentence[start - 1] === tokens.sentence[from]) {
    if (((tokens.marks[start] ?? 0) & (MARK.commaBefore | MARK.breakBefore)) !== 0) return false;
    start--;
  }
  return isOneOf(tokens, start, OPENING);
}

/** Whether a cue only reminds somebody: what follows `after` is why. */
export function remindsOf(tokens: TokenBuffer, { from, flag }: CueHit): boolean {
  return flag === 'hypothetical' && isOneOf(tokens, from, REMINDING);
}

/** Whether what starts at `at` is what was said, by the words of a cue or behind them: `did not tell Kit that | she smells`. */
export function isSaidContent(tokens: TokenBuffer, { from }: CueHit, at: number): boolean {
  for (let back = at - 1; back > from && at - back <= TO_WHOM; back--) {
    const word = wordAt(tokens, back);
    if (CONFIDANTS.has(word)) return false;
    if (SAYING.has(word)) return true;
  }
  return false;
}
