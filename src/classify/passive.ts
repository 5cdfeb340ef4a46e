import { ROLE } from './assign-roles.ts';
import { type EventPerson, type EventView, inSentence, is, NOBODY } from './event-view.ts';
import { resolvePerson } from './resolve-person.ts';
import { MARK } from './token-buffer.ts';

/** The first person within `reach` tokens of a sentence. */
function personAhead(view: EventView, from: number, reach: number): EventPerson {
  const sentence = view.tokens.sentence[from] ?? 0;
  for (let at = from; at < from + reach && inSentence(view, at, sentence); at++) {
    const role = view.people.role[at] ?? 0;
    if (role !== ROLE.none && (view.people.length[at] ?? 0) > 0) return resolvePerson(view, at, -1);
  }
  return NOBODY;
}

/** `was slapped`. */
function isPlainPassive(view: EventView, at: number): boolean {
  if (!is(view, at, view.words.participle)) return false;
  const sentence = view.tokens.sentence[at] ?? 0;
  for (let back = 1; back <= 3 && inSentence(view, at - back, sentence); back++) {
    if (is(view, at - back, view.words.passive)) return true;
    if (!is(view, at - back, view.words.small)) break;
  }
  return false;
}

/** `slapped by her boyfriend`: a participle without `was`, told by the `by` that follows. */
function isReducedPassive(view: EventView, at: number, to: number): boolean {
  if (!is(view, at, view.words.participle)) return false;
  const sentence = view.tokens.sentence[at] ?? 0;
  if ((view.people.length[to] ?? 0) > 0 && view.people.role[to] !== ROLE.none) return false;
  for (let ahead = to; ahead < to + 7 && inSentence(view, ahead, sentence); ahead++) {
    if (((view.tokens.marks[ahead] ?? 0) & MARK.breakBefore) !== 0) return false;
    if (is(view, ahead, view.words.by)) return personAhead(view, ahead + 1, 4).role !== 'none';
    if (is(view, ahead, view.words.finite)) return false;
  }
  return false;
}

/** Whether the verb from `at` to `to` is passive: what it says was done to its subject. */
export function isPassive(view: EventView, at: number, to: number): boolean {
  return isPlainPassive(view, at) || isReducedPassive(view, at, to);
}

/** Who did what the passive verb that ends before `to` says: the person behind `by`. */
export function findPassiveAgent(view: EventView, to: number): EventPerson {
  const sentence = view.tokens.sentence[to - 1] ?? 0;
  for (let ahead = to; ahead < to + 9 && inSentence(view, ahead, sentence); ahead++)
    if (is(view, ahead, view.words.by)) return personAhead(view, ahead + 1, 5);
  return NOBODY;
}
