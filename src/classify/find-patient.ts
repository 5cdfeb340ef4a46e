import { ROLE } from './assign-roles.ts';
import {
  type EventPerson,
  type EventView,
  inSentence,
  is,
  isCapital,
  isParted,
  isQuoted,
  NOBODY,
} from './event-view.ts';
import { plainRole, resolvePerson } from './resolve-person.ts';
import { besideOnly } from './stands-behind.ts';

/** Whether a part of the body is named within three words: `her arm`, `the boy's left leg`. */
function bodyWithin(view: EventView, from: number, sentence: number): boolean {
  for (let at = from; at < from + 3 && inSentence(view, at, sentence); at++) {
    if (is(view, at, view.words.body) || is(view, at, view.words.ownBody)) return true;
  }
  return false;
}

/** The person after `her art` in `struck her art teacher`, `his carpet partner`; -1 when whoever is hurt is another. */
function ownedPerson(view: EventView, at: number, sentence: number): number {
  const { people, words } = view;
  if (!is(view, at, words.possessive) && !is(view, at, words.mine)) return -1;
  // `Pinches her | whenever the teacher looks away`.
  if (is(view, at + 1, words.afterHim)) return -1;
  for (let next = at + 1; next <= at + 3 && inSentence(view, next, sentence); next++) {
    if (isParted(view, next)) return -1;
    const role = people.role[next] ?? 0;
    const length = people.length[next] ?? 0;
    const named = role === ROLE.staff || (role === ROLE.pupil && !isCapital(view, next));
    if (named && length > 0) {
      const owns = is(view, next + length, words.apostropheS);
      return owns && !bodyWithin(view, next + length + 1, sentence) ? -1 : next;
    }
    if (role !== ROLE.none || is(view, next, words.preposition) || is(view, next, words.and)) return -1;
    if (is(view, next, words.clause) || is(view, next, words.terminator) || is(view, next, words.body))
      return -1;
    if (is(view, next, words.finite) || is(view, next, words.object)) return -1;
  }
  return -1;
}

/** Whether `her` at a token stands by itself, as one who is hurt, and owns nothing that follows. */
function standsAlone(view: EventView, at: number, sentence: number): boolean {
  const { words } = view;
  if (view.people.role[at] !== ROLE.object) return false;
  const next = at + 1;
  return (
    !inSentence(view, next, sentence) ||
    isParted(view, next) ||
    is(
      view,
      next,
      words.small | words.afterHim | words.preposition | words.clause | words.and | words.terminator,
    )
  );
}

/** Who or what `my`, `his` or `her` at a token makes of what follows: a body is its owner, anything else a thing. */
function ownedThing(
  view: EventView,
  at: number,
  sentence: number,
  agent: EventPerson,
): EventPerson | undefined {
  const { words } = view;
  if (is(view, at, words.mine)) {
    const owner = isQuoted(view, at) ? 'pupil' : 'staff';
    return bodyWithin(view, at + 1, sentence) ? { role: owner, at } : { role: 'object', at };
  }
  if (!is(view, at, words.possessive)) return undefined;
  if (is(view, at + 1, words.ownBody)) return { role: 'self', at };
  if (bodyWithin(view, at + 1, sentence)) return resolvePerson(view, at, agent.at, ROLE.object, agent.from);
  if (standsAlone(view, at, sentence)) return undefined;
  const person = (view.people.role[at + 1] ?? 0) !== ROLE.none;
  return person ? undefined : { role: 'object', at };
}

/**
 * To whom the verb that ends before token `from` is done. What is thrown reaches only whom it is thrown `at`; `her bag`
 * and `Tom's coat` are things, `her arm` is she.
 */
export function findPatient(
  view: EventView,
  from: number,
  agent: EventPerson,
  throwing: boolean,
): EventPerson {
  const { tokens, people, words } = view;
  const sentence = tokens.sentence[from - 1] ?? 0;
  let thing = -1;
  let aimed = !throwing;
  for (let at = from; at < from + 10 && inSentence(view, at, sentence); at++) {
    if (is(view, at, words.terminator) || (at > from && is(view, at, words.clause))) break;
    if (!throwing && isParted(view, at)) break;
    // What is thrown `to` somebody is meant to be caught; `on` and `over` before an `and` belong to what was thrown.
    if (is(view, at, words.at)) aimed = !(throwing && is(view, at, words.to));
    else if (throwing && is(view, at, words.and)) aimed = false;
    if (is(view, at, words.reflexive)) return { role: 'self', at };
    // `Threatened to | cut her`: behind `to` it is no new verb.
    const opens = is(view, at, words.finite) && (people.role[at] ?? 0) === 0 && !is(view, at - 1, words.to);
    if (at > from && opens && !throwing) break;
    const person = aimed ? ownedPerson(view, at, sentence) : -1;
    if (person >= 0) return { role: plainRole(people.role[person] ?? 0), at: person };
    const owned = ownedThing(view, at, sentence, agent);
    if (owned !== undefined) {
      // `threw his plate, it smashed by my feet`: near me, not at me.
      if (owned.role !== 'object' && (aimed || owned.role === 'self')) return owned;
      thing = at;
      aimed = false;
      continue;
    }
    const role = people.role[at] ?? 0;
    const length = people.length[at] ?? 0;
    if (role !== ROLE.none && length > 0) {
      if (role === ROLE.subject) break;
      // `held a Year 7 boy's coat`: one person, told by two words.
      if (role === ROLE.pupil && people.role[at + length] === ROLE.pupil && !isCapital(view, at + length)) {
        at += length - 1;
        continue;
      }
      const possessor = is(view, at + length, words.apostropheS);
      if (possessor && !bodyWithin(view, at + length + 1, sentence)) {
        thing = at;
        aimed = false;
        at += length;
        continue;
      }
      if (aimed && !besideOnly(view, at, from))
        return resolvePerson(view, at, agent.at, undefined, agent.from);
    } else if (role === ROLE.none && is(view, at, words.object)) {
      thing = at;
      aimed = is(view, at - 1, words.at) ? false : aimed && is(view, at + 1, words.at);
    }
  }
  return thing >= 0 ? { role: 'object', at: thing } : NOBODY;
}
