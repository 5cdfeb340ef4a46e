import type { CompiledRules } from '../classify/compile-rules.ts';
import { rowIncludes } from '../classify/rows.ts';
import { CATEGORY_FIELD, readToken, type TokenBuffer } from '../classify/token-buffer.ts';
import { readAnswer } from './read-answer.ts';
import { staysTogether } from './stays-together.ts';

/** Words of one part that are looked at to see whether it says something of its own. */
const LOOK_AHEAD = 14;

/** Kinds of place between two words: nothing, a comma or bracket, or a break that always parts. */
const JOIN = { none: 0, soft: 1, hard: 2 } as const;

function readGap(tokens: TokenBuffer, at: number): number {
  const field = tokens.field[at] ?? 0;
  if (at === 0 || tokens.field[at - 1] !== field) return JOIN.hard;
  if (tokens.sentence[at] !== tokens.sentence[at - 1]) return JOIN.hard;
  const gap = (tokens.texts[field] ?? '').slice(tokens.end[at - 1] ?? 0, tokens.start[at] ?? 0);
  if (gap === ' ' || gap === '' || staysTogether(tokens, at, gap)) return JOIN.none;
  let join: number = JOIN.none;
  for (let i = 0; i < gap.length; i++) {
    const sign = gap[i] ?? '';
    if (';|•·>→–—:'.includes(sign)) return JOIN.hard;
    if (sign === '-' && (gap[i - 1] === ' ' || gap[i + 1] === ' ')) return JOIN.hard;
    if (sign === '/' && gap.length > 1) return JOIN.hard;
    if (',()[]'.includes(sign)) join = JOIN.soft;
  }
  return join;
}

/** Most words of an aside that leaves what stands around it one clause. */
const ASIDE = 5;

/** What a gap holds where an aside ends and the sentence goes on. */
const GOES_ON = /^\)\s$/;

/**
 * The end of an aside that begins at a word, 0 where it is none: `Outcome (loss of two plays) shared with both families`
 * is one thing said. What is denied or planned in brackets is said of itself alone.
 */
function findAsideEnd(tokens: TokenBuffer, at: number, isOwn: (at: number) => boolean): number {
  const text = tokens.texts[tokens.field[at] ?? 0] ?? '';
  const gapAt = (place: number) => text.slice(tokens.end[place - 1] ?? 0, tokens.start[place] ?? 0);
  if (at === 0 || !/^\s\($/.test(gapAt(at))) return 0;
  for (let end = at; end < tokens.count && end <= at + ASIDE; end++) {
    if (tokens.field[end] !== tokens.field[at] || tokens.sentence[end] !== tokens.sentence[at]) return 0;
    if (end > at && gapAt(end).includes(')'))
      return GOES_ON.test(gapAt(end)) && /^\p{Ll}/u.test(readToken(tokens, end)) ? end : 0;
    if (isOwn(end)) return 0;
  }
  return 0;
}

/** Makes the function that says whether one word by itself is of a class. */
function classTest(compiled: CompiledRules, tokens: TokenBuffer, name: string): (at: number) => boolean {
  const symbol = compiled.grammar.symbols.get(`c:${name}`) ?? -1;
  return (at) => rowIncludes(compiled.grammar.wordSymbols, tokens.word[at] ?? 0, symbol);
}

/** Cuts the text of one record after another into clauses. */
export type ClauseCutter = (sentences: Int32Array) => void;

/**
 * Makes the function that numbers the clauses of a record in place of its sentences, so that a `not` or a `will`
 * works on its own clause alone: `Mum told, DSL to be informed` says one thing that was done and one that was not.
 * The answer to an item of a form (`Parents informed: no`) is a clause by itself. A comma or `and` parts two clauses only
 * when both have a verb of their own: `mum, dad and nan informed` is one. The numbers of the sentences are kept in
 * `sentences`.
 */
export function createClauseCutter(compiled: CompiledRules, tokens: TokenBuffer): ClauseCutter {
  const isVerb = classTest(compiled, tokens, 'ACT_VERB');
  const continues = classTest(compiled, tokens, 'CONTINUES');
  const breaks = classTest(compiled, tokens, 'BREAKS');
  const joins = classTest(compiled, tokens, 'JOINS');
  const leavesOpen = classTest(compiled, tokens, 'OPEN_WORD');
  const hasOwnSense = (at: number) => leavesOpen(at) || breaks(at) || readAnswer(tokens, at) !== null;
  const gaps = new Uint8Array(tokens.start.length);

  const saysMore = (at: number): boolean => {
    for (let i = at; i < tokens.count && i < at + LOOK_AHEAD; i++) {
      if (i > at && (gaps[i] !== JOIN.none || breaks(i) || joins(i))) return false;
      if (isVerb(i)) return true;
    }
    return false;
  };

  return (sentences) => {
    for (let at = 0; at < tokens.count; at++) {
      sentences[at] = tokens.sentence[at] ?? 0;
      gaps[at] = readGap(tokens, at);
    }
    for (let at = 1; at < tokens.count; at++) {
      if (gaps[at] !== JOIN.soft) continue;
      const end = findAsideEnd(tokens, at, hasOwnSense);
      if (end > 0) gaps.fill(JOIN.none, at, end + 1);
    }
    let clause = 1;
    let [hasVerb, isAnswered] = [false, false];
    for (let at = 0; at < tokens.count; at++) {
      const gap = gaps[at];
      const isAnswer = readAnswer(tokens, at) !== null;
      const isNew =
        gap === JOIN.hard ||
        isAnswer ||
        isAnswered ||
        (at > 0 && breaks(at)) ||
        (hasVerb && gap === JOIN.soft && !continues(at) && saysMore(at)) ||
        (hasVerb && joins(at) && saysMore(at + 1));
      if (isNew && tokens.field[at] !== CATEGORY_FIELD) {
        clause += 1;
        hasVerb = false;
      }
      if (isVerb(at)) hasVerb = true;
      isAnswered = isAnswer;
      tokens.sentence[at] = clause;
    }
  };
}
