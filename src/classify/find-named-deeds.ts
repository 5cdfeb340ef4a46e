import type { CueHit } from './cue-hit.ts';
import wordData from './data/cue-words.yaml';
import { MARK, NARRATIVE_FIELD, readToken, type TokenBuffer } from './token-buffer.ts';

interface NamedWords {
  /** Names of deeds. */
  readonly named: readonly string[];
  /** Words that lead to what somebody said. */
  readonly quoting: readonly string[];
}

const { named, quoting } = wordData as NamedWords;
const NAMED: ReadonlySet<string> = new Set(named);
const QUOTING: ReadonlySet<string> = new Set(quoting);
const TELLING_WHO: ReadonlySet<string> = new Set(['of', 'by', 'on']);

/** A longer quotation is what somebody said. */
const LONGEST_NAME = 4;

const isQuoted = (tokens: TokenBuffer, at: number): boolean => ((tokens.marks[at] ?? 0) & MARK.quoted) !== 0;

/** Whether somebody is told to have said what is quoted from a token on. */
function isSaid(tokens: TokenBuffer, from: number): boolean {
  for (let at = from - 1; at >= 0 && tokens.sentence[at] === tokens.sentence[from]; at--)
    if (QUOTING.has(readToken(tokens, at).toLowerCase())) return true;
  return false;
}

/** Names of deeds that stand in quotation marks of their own: `the "fight" was a rehearsal`. */
export function findNamedDeeds(tokens: TokenBuffer): CueHit[] {
  const cues: CueHit[] = [];
  for (let from = 0; from < tokens.count; from++) {
    if (tokens.field[from] !== NARRATIVE_FIELD || !isQuoted(tokens, from)) continue;
    let to = from;
    let isNamed = false;
    for (; to < tokens.count && isQuoted(tokens, to) && tokens.field[to] === NARRATIVE_FIELD; to++)
      isNamed ||= NAMED.has(readToken(tokens, to).toLowerCase());
    // `The "attack" by Sam on Tom`: who did it to whom is told.
    const isTold = TELLING_WHO.has(readToken(tokens, to).toLowerCase());
    if (isNamed && !isTold && to - from <= LONGEST_NAME && !isSaid(tokens, from))
      cues.push({ id: 'echo.named', flag: 'negated', reach: 'within', size: 0, weight: 0, from, to });
    from = to;
  }
  return cues;
}
