import { ROLE } from './assign-roles.ts';
import type { Hit } from './create-hit-finder.ts';
import { type EventView, inSentence, is } from './event-view.ts';
import type { RecordEvent } from './extract-events.ts';
import type { OrdinaryData } from './rule-data.ts';
import { readToken } from './token-buffer.ts';

const HELPING: ReadonlySet<string> = new Set(['did', 'does', 'to']);

/** `Ewan | belted Tom`, `did | belt him`: whoever acts, or a helping verb, stands right before a word that is also a noun. */
function isActed({ people, tokens }: EventView, verb: number): boolean {
  const before = verb - 1;
  if (before < 0 || tokens.sentence[before] !== tokens.sentence[verb]) return false;
  return people.role[before] !== ROLE.none || HELPING.has(readToken(tokens, before).toLowerCase());
}

/** Whether only small words stand between two tokens. */
function isNear(view: EventView, from: number, to: number): boolean {
  for (let at = from; at < to; at++)
    if (!is(view, at, view.words.small) || !inSentence(view, at, view.tokens.sentence[from] ?? 0))
      return false;
  return true;
}

/**
 * Whether an everyday phrase says nothing against an event, because a person is told of where the phrase means a thing:
 * `was knocked off the wall`, `jumped on a | classmate`, `saw him | belt Tom`.
 */
export function sparesEvent(
  view: EventView,
  event: RecordEvent,
  { from, to }: Hit,
  { means }: OrdinaryData,
): boolean {
  const isPerson = event.patient === 'pupil' || event.patient === 'staff';
  if (!isPerson || event.patientAt < 0) return false;
  // `And beat | him with sticks`: a noun has no `him` behind it.
  if (means === 'noun' && from === event.from && view.people.role[to] === ROLE.object) return true;
  if (means === 'noun') return from === event.from && event.patientAt >= to && isActed(view, from);
  if (means !== 'thing') return false;
  if (event.patientAt < event.from) return true;
  // `slammed the door | on Kit's fingers`.
  if (event.patientAt >= to && view.compiled.throwing.includes(event.verb)) return true;
  return event.patientAt >= to && is(view, to - 1, view.words.small) && isNear(view, to, event.patientAt);
}

/** Whether two pupils are told of before a token, so that `his finger` may be the other's. */
export function hasOther({ people, tokens }: EventView, at: number): boolean {
  let first = '';
  for (let back = at - 1; back >= 0 && tokens.field[back] === tokens.field[at]; back--) {
    if (people.role[back] === ROLE.object) return true;
    if (people.role[back] !== ROLE.pupil || (people.length[back] ?? 0) === 0) continue;
    // `A Year 8 | boy`: one person, told by two words.
    if (people.role[back + (people.length[back] ?? 1)] === ROLE.pupil) continue;
    const name = readToken(tokens, back).toLowerCase();
    if (first !== '' && first !== name) return true;
    first = name;
  }
  return false;
}
