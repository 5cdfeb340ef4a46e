import { ROLE } from './assign-roles.ts';
import { type EventPerson, type EventView, inSentence, is, isQuoted, NOBODY } from './event-view.ts';
import { resolvePerson } from './resolve-person.ts';
import { isSeenDoing } from './seen-doing.ts';
import { afterPreposition, afterVerb, leadsClause } from './stands-behind.ts';
import { MARK, readToken } from './token-buffer.ts';

/** `Did not kick staff but did kick Ali`: right after a verb that follows `did`, so not the one who acts next. */
function afterAct(view: EventView, at: number): boolean {
  const { tokens, compiled, words } = view;
  if (compiled.isVerbWord[tokens.word[at - 1] ?? 0] !== 1) return false;
  return is(view, at - 2, words.auxiliary) || (readToken(tokens, at - 2) === 'not' && at > 2);
}

/** Whether the person at `at` is seen or made to do what the verb right behind says. */
function actsBare(view: EventView, at: number): boolean {
  return at > 0 && isSeenDoing(view.tokens, at - 1);
}

/** The person who ends right before a token, or -1. */
function endingBefore({ people }: EventView, at: number): number {
  let first = at - 1;
  while (first >= 0 && people.role[first] === ROLE.pupil && people.length[first] === 0) first--;
  return first >= 0 && people.role[first] === ROLE.pupil ? first : -1;
}

/**
 * First token of the pupils who act together: `Lyra` in `Lyra and Vlad keep taunting her`. One who stands behind a verb
 * or preposition is that one's own: `Ana pushed Vlad and Sam hit her`.
 */
function joinedFrom(view: EventView, at: number): number {
  const { tokens, words } = view;
  const sentence = tokens.sentence[at] ?? 0;
  let first = at;
  let joined = false;
  for (;;) {
    const comma = ((tokens.marks[first] ?? 0) & MARK.commaBefore) !== 0;
    const linked = is(view, first - 1, words.and) || (first > 0 && readToken(tokens, first - 1) === '&');
    if (!linked && !(joined && comma)) break;
    const other = endingBefore(view, linked ? first - 1 : first);
    if (other < 0 || !inSentence(view, other, sentence)) break;
    first = other;
    joined = true;
  }
  const own = !inSentence(view, first - 1, sentence) || is(view, first - 1, words.clause);
  return first === at || own || !(afterVerb(view, first) || afterPreposition(view, first)) ? first : at;
}

/** `Ball came over the fence and hit Jack`: the sentence opens with a thing and names nobody before the verb. */
function thingAtStart(view: EventView, verb: number, sentence: number): EventPerson {
  let first = verb;
  while (inSentence(view, first - 1, sentence)) first--;
  if (is(view, first, view.words.small)) first++;
  const thing = first < verb && is(view, first, view.words.object) && !is(view, first, view.words.throwing);
  return thing ? { role: 'object', at: first } : NOBODY;
}

/** `Dad told him to hit Liam`: whoever stands before `to` is the one who does it. */
function beforeTo(view: EventView, verb: number, sentence: number): EventPerson | null {
  const { people } = view;
  if (!is(view, verb - 1, view.words.to)) return null;
  for (let at = verb - 2; inSentence(view, at, sentence) && verb - at < 7; at--) {
    const role = people.role[at] ?? 0;
    if ((role === ROLE.object || role === ROLE.pupil) && (people.length[at] ?? 0) > 0)
      return resolvePerson(view, at, -1);
  }
  return null;
}

/** `The ball hit Jack`: a thing right before the verb. */
function thingBefore(view: EventView, verb: number, sentence: number): EventPerson | null {
  const { people, words } = view;
  const at = is(view, verb - 1, words.small) ? verb - 2 : verb - 1;
  const acts =
    inSentence(view, at, sentence) &&
    is(view, at, words.object) &&
    (people.role[at] ?? 0) === 0 &&
    !is(view, verb - 1, words.and);
  return acts ? { role: 'object', at } : null;
}

/** The nearest person before the verb who is not spoken of as somebody's own, or behind a preposition or another verb. */
function nearestPerson(view: EventView, verb: number, sentence: number): EventPerson | null {
  const { people, words } = view;
  for (let at = verb - 1; inSentence(view, at, sentence) && verb - at < 30; at--) {
    const role = people.role[at] ?? 0;
    const length = people.length[at] ?? 0;
    if (role === ROLE.none || length === 0 || role === ROLE.object) continue;
    if (is(view, at + length, words.apostropheS) && !is(view, at + length + 1, words.participle)) continue;
    if (afterPreposition(view, at) && !(at + length === verb && leadsClause(view, at))) continue;
    if (role === ROLE.pupil) return { role: 'pupil', at, from: joinedFrom(view, at) };
    // `Said her dad | had thrown her`.
    const acts = role === ROLE.adult && is(view, at + length, words.auxiliary) && !isQuoted(view, at);
    if (role !== ROLE.subject && !acts && (afterVerb(view, at) || afterAct(view, at))) continue;
    return resolvePerson(view, at, -1);
  }
  return null;
}

/** Who does what the verb at a token says, as its subject; of a passive it is the one to whom it is done. */
export function findAgent(view: EventView, verb: number): EventPerson {
  const sentence = view.tokens.sentence[verb] ?? 0;
  const told = beforeTo(view, verb, sentence);
  if (told !== null) return told;
  const isSeen = view.people.role[verb - 1] === ROLE.object && inSentence(view, verb - 2, sentence);
  if (isSeen && actsBare(view, verb - 1)) return resolvePerson(view, verb - 1, -1, ROLE.subject);
  return (
    thingBefore(view, verb, sentence) ??
    nearestPerson(view, verb, sentence) ??
    thingAtStart(view, verb, sentence)
  );
}
