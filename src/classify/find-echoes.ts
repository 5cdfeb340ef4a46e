import type { CueHit } from './cue-hit.ts';
import wordData from './data/cue-words.yaml';
import { followsQuestion } from './follows-question.ts';
import { MARK, NARRATIVE_FIELD, readToken, type TokenBuffer } from './token-buffer.ts';

interface EchoWords {
  /** Words that lead to a question about what did happen (`Why did he hit her?`). */
  readonly asking: readonly string[];
  /** Words near the start of an answer that tell that it was so. */
  readonly assenting: readonly string[];
}

const { asking, assenting } = wordData as EchoWords;
const ASKING: ReadonlySet<string> = new Set(asking);
const ASSENTING: ReadonlySet<string> = new Set(assenting);

/** A longer question tells what it asks about. */
const LONGEST = 14;

/** So many words of an answer tell whether it was so. */
const ANSWER = 6;

/** Against there having been an incident, where a narrative opens so. */
const POINTS = 2;

/** Whether the answer that starts at a token says that it was so: `Swearing at her? | Every word he knows`. */
function assents(tokens: TokenBuffer, at: number): boolean {
  for (let on = at; on < at + ANSWER && on < tokens.count; on++)
    if (tokens.sentence[on] === tokens.sentence[at] && ASSENTING.has(readToken(tokens, on).toLowerCase()))
      return true;
  return false;
}

/** Where the writer's own question starts that ends before a token; -1 for one that is quoted, long or of another kind. */
function startOfEcho(tokens: TokenBuffer, at: number): number {
  let from = at;
  while (from > 0 && tokens.sentence[from - 1] === tokens.sentence[at - 1]) {
    from--;
    if (((tokens.marks[from] ?? 0) & MARK.quoted) !== 0) return -1;
  }
  return at - from > LONGEST || ASKING.has(readToken(tokens, from).toLowerCase()) ? -1 : from;
}

/**
 * Questions of the writer that only echo what had been thought: `Fighting? They were dancing`. What they ask of was not
 * told, and a narrative that opens with one doubts its category.
 */
export function findEchoes(tokens: TokenBuffer): CueHit[] {
  const cues: CueHit[] = [];
  if (tokens.texts[NARRATIVE_FIELD]?.includes('?') !== true) return cues;
  for (let at = 1; at < tokens.count; at++) {
    if (tokens.field[at] !== NARRATIVE_FIELD || !followsQuestion(tokens, at)) continue;
    if (tokens.sentence[at] === tokens.sentence[at - 1] || assents(tokens, at)) continue;
    const from = startOfEcho(tokens, at);
    if (from < 0) continue;
    const place = { size: 0, from, to: at };
    cues.push({ ...place, id: 'echo.asked', flag: 'hypothetical', reach: 'within', weight: 0 });
    if (from === 0 || tokens.field[from - 1] !== NARRATIVE_FIELD)
      cues.push({ ...place, id: 'echo.opening', flag: 'ordinary', reach: 'record', weight: POINTS });
  }
  return cues;
}
