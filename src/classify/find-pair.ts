import { ROLE } from './assign-roles.ts';
import { type EventView, is } from './extract-events.ts';
import { MARK } from './token-buffer.ts';

/** One pupil acting on another, as tokens. */
export interface Pair {
  readonly agentAt: number;
  readonly patientAt: number;
}

/** A longer sentence is no sentence that a person wrote, and is not searched for each of its words again. */
const LONGEST = 300;

/**
 * Who acts on whom in a sentence that names exactly two of the record's own pupils and opens with one of them
 * as its plain subject (`Mason told Mia to watch her back`). Sentences that report what somebody said, passives
 * and `A and B` are left alone: a part given wrongly is worse than none.
 */
export function findPair(view: EventView, at: number): Pair | null {
  const { tokens, people, words } = view;
  const sentence = tokens.sentence[at];
  let from = at;
  while (from > 0 && tokens.sentence[from - 1] === sentence) {
    if (at - from > LONGEST) return null;
    from--;
  }
  let first = -1;
  let second = -1;
  for (let index = from; index < tokens.count && tokens.sentence[index] === sentence; index++) {
    if (index - from > LONGEST || is(view, index, words.reporting)) return null;
    if (people.role[index] !== ROLE.pupil || (people.length[index] ?? 0) === 0) continue;
    const own = people.pupil[index] ?? -1;
    if (own === -2) return null;
    if (own < 0 || own === people.pupil[first]) continue;
    if (first < 0) first = index;
    else if (second < 0) second = index;
    else if (own !== people.pupil[second]) return null;
  }
  if (first < 0 || second < 0) return null;
  const next = first + (people.length[first] ?? 1);
  const broken = ((tokens.marks[next] ?? 0) & (MARK.commaBefore | MARK.breakBefore)) !== 0;
  if (
    broken ||
    is(view, next, words.and) ||
    is(view, next, words.passive) ||
    is(view, next, words.apostropheS)
  )
    return null;
  return is(view, next, words.preposition) ? null : { agentAt: first, patientAt: second };
}
