import { ROLE } from './assign-roles.ts';
import pairData from './data/pair-words.yaml';
import { type EventView, is } from './event-view.ts';
import { isPassive } from './passive.ts';
import { afterPreposition, afterVerb } from './stands-behind.ts';
import { MARK, readToken } from './token-buffer.ts';

/** One pupil acting on another, as tokens. */
export interface Pair {
  readonly agentAt: number;
  readonly patientAt: number;
}

/** A longer sentence is no sentence that a person wrote, and is not searched for each of its words again. */
const LONGEST = 300;

const PAIR_WORDS = pairData as Readonly<Record<'placed' | 'getting', readonly string[]>>;
const PLACED: ReadonlySet<string> = new Set(PAIR_WORDS.placed);
const GETTING: ReadonlySet<string> = new Set(PAIR_WORDS.getting);

const wordAt = ({ tokens }: EventView, at: number): string => readToken(tokens, at).toLowerCase();

/** Whether a deed is named as a thing before the person to whom it is done: `the bullying of | Mia`. */
function isDeedOf(view: EventView, at: number): boolean {
  return wordAt(view, at) === 'of' && wordAt(view, at - 1).endsWith('ing');
}

/** The preposition before a person: whom words come `from`, or whom they are `about`. */
function readMark(view: EventView, at: number): 'from' | 'about' | null {
  const { words } = view;
  for (let back = at - 1; back >= at - 2; back--) {
    if (is(view, back, words.by))
      return is(view, back - 1, words.participle) && !isBy(view, back) ? null : 'from';
    if (is(view, back, words.preposition))
      return is(view, back, words.aim) || isDeedOf(view, back) ? 'about' : null;
    if (!is(view, back, words.small)) return null;
  }
  return null;
}

/** `By` follows a participle as well as a noun; `taken from` tells of a thing. */
function isBy({ tokens }: EventView, at: number): boolean {
  return (tokens.end[at] ?? 0) - (tokens.start[at] ?? 0) === 2;
}

/** Whether the words behind a person say that something was done to that one, up to the `by` before another. */
function suffersFrom(view: EventView, next: number, second: number): boolean {
  const { words, tokens } = view;
  let suffers = false;
  for (let at = next; at < second; at++) {
    const isParted = ((tokens.marks[at] ?? 0) & (MARK.commaBefore | MARK.breakBefore)) !== 0;
    if (isParted || is(view, at, words.and) || is(view, at, words.clause)) return false;
    if (is(view, at, words.passive) || (at === next && GETTING.has(wordAt(view, at)))) suffers = true;
  }
  return suffers;
}

/** Words without a subject: `Rumours about Mia from Tom`, `Insults from Tom to Mia`, `Name calling, Tom to Mia`. */
function findMarked(view: EventView, first: number, second: number): Pair | null {
  const { people } = view;
  const [one, two] = [readMark(view, first), readMark(view, second)];
  if (one === 'about' && two === 'from') return { agentAt: second, patientAt: first };
  const next = first + (people.length[first] ?? 1);
  if (two === 'from' && suffersFrom(view, next, second)) return { agentAt: second, patientAt: first };
  if (two !== 'about' || is(view, first - 1, view.words.finite)) return null;
  // `Tom's bullying of Mia`.
  if (is(view, next, view.words.apostropheS) && isDeedOf(view, second - 1))
    return { agentAt: first, patientAt: second };
  const beside =
    next === second - 1 && !is(view, second + (people.length[second] ?? 1), view.words.apostropheS);
  const said = one === 'from' || (one === null && beside && !afterVerb(view, first));
  return said ? { agentAt: first, patientAt: second } : null;
}

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
  let by = false;
  for (let index = from; index < tokens.count && tokens.sentence[index] === sentence; index++) {
    if (index - from > LONGEST) return null;
    if (is(view, index, words.reporting) && !PLACED.has(wordAt(view, index - 1))) {
      if (!is(view, index, words.by)) return null;
      by = true;
    }
    if (people.role[index] !== ROLE.pupil || (people.length[index] ?? 0) === 0) continue;
    const own = people.pupil[index] ?? -1;
    if (own === -2) return null;
    if (own < 0 || own === people.pupil[first]) continue;
    if (first < 0) first = index;
    else if (second < 0) second = index;
    else if (own !== people.pupil[second]) return null;
  }
  if (first < 0 || second < 0) return null;
  const marked = findMarked(view, first, second);
  // `Ann helps Mia, who is bullied`: done to somebody, and not by her.
  if (marked !== null || by || isPassive(view, at, at + 1)) return marked;
  if (afterPreposition(view, first)) return null;
  const next = first + (people.length[first] ?? 1);
  const broken = ((tokens.marks[next] ?? 0) & (MARK.commaBefore | MARK.breakBefore)) !== 0;
  if (
    broken ||
    is(view, next, words.and) ||
    (is(view, next, words.passive) && !wordAt(view, next + 1).endsWith('ing')) ||
    is(view, next, words.apostropheS)
  )
    return null;
  // `Mia stays at home because Tom is bullying her`: the deed has a subject of its own.
  const after = second + (people.length[second] ?? 1);
  if (second < at && is(view, after, words.passive | words.finite | words.auxiliary)) return null;
  return is(view, next, words.preposition) ? null : { agentAt: first, patientAt: second };
}
