import { ROLE } from './assign-roles.ts';
import { type EventPerson, type EventView, inSentence, is, isQuoted, NOBODY } from './event-view.ts';
import { resolvePerson } from './resolve-person.ts';
import { MARK, readToken } from './token-buffer.ts';

/** The first person within `reach` tokens of a sentence; a pronoun is nobody at `not`. */
function personAhead(view: EventView, from: number, reach: number, not: number): EventPerson {
  const sentence = view.tokens.sentence[from] ?? 0;
  for (let at = from; at < from + reach && inSentence(view, at, sentence); at++) {
    const role = view.people.role[at] ?? 0;
    if (role !== ROLE.none && (view.people.length[at] ?? 0) > 0) return resolvePerson(view, at, not);
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
    if (is(view, ahead, view.words.by)) return personAhead(view, ahead + 1, 4, -1).role !== 'none';
    if (is(view, ahead, view.words.finite)) return false;
  }
  return false;
}

/** Whether the verb from `at` to `to` is passive: what it says was done to its subject. */
export function isPassive(view: EventView, at: number, to: number): boolean {
  return isPlainPassive(view, at) || isReducedPassive(view, at, to);
}

/** Who did what the passive verb that ends before `to` says: the person behind `by`, another than at `hurt`. */
export function findPassiveAgent(view: EventView, to: number, hurt: number): EventPerson {
  const sentence = view.tokens.sentence[to - 1] ?? 0;
  for (let ahead = to; ahead < to + 9 && inSentence(view, ahead, sentence); ahead++)
    if (is(view, ahead, view.words.by)) return personAhead(view, ahead + 1, 5, hurt);
  return NOBODY;
}

/** How many words may stand between a part of the body and the verb, and between its owner and it. */
const NEAR_BODY = 5;

/** `Kit's left arm | was twisted`, `her hair was pulled`: whose body is the subject of the passive verb at a token. */
export function findBodyOwner(view: EventView, at: number): EventPerson | null {
  const { words, people, tokens } = view;
  const sentence = tokens.sentence[at] ?? 0;
  let body = at - 1;
  while (inSentence(view, body, sentence) && at - body <= NEAR_BODY && !is(view, body, words.body)) {
    if (!is(view, body, words.passive | words.small | words.auxiliary)) return null;
    body--;
  }
  if (!inSentence(view, body, sentence) || !is(view, body, words.body)) return null;
  for (let back = body - 1; inSentence(view, back, sentence) && body - back <= 3; back--) {
    if (is(view, back, words.mine)) return { role: isQuoted(view, back) ? 'pupil' : 'staff', at: back };
    if (is(view, back, words.possessive)) return resolvePerson(view, back, -1, ROLE.object);
    if (!is(view, back, words.apostropheS)) continue;
    let owner = back - 1;
    while (inSentence(view, owner, sentence) && back - owner < 4 && (people.length[owner] ?? 0) === 0)
      owner--;
    return inSentence(view, owner, sentence) && (people.role[owner] ?? 0) !== ROLE.none
      ? resolvePerson(view, owner, -1)
      : null;
  }
  return null;
}

/** `Mrs Stokes says that | she was pushed`: she who suffers it is the one who says so. `verb` is the verb of what was done. */
export function findHerself(view: EventView, subject: EventPerson, verb: number): EventPerson {
  const { people, tokens, words } = view;
  const sentence = tokens.sentence[verb] ?? 0;
  let she = verb - 1;
  while (inSentence(view, she, sentence) && people.role[she] !== ROLE.subject) {
    if (!is(view, she, words.passive | words.small | words.auxiliary)) return subject;
    she--;
  }
  let says = she - 1;
  if (inSentence(view, says, sentence) && is(view, says, words.clause) && !is(view, says, words.reporting))
    says--;
  if (says > 0 && readToken(tokens, says).toLowerCase() === 'that') says--;
  if (!inSentence(view, says, sentence) || !is(view, says, words.reporting)) return subject;
  for (let who = says - 1; who >= says - 3 && inSentence(view, who, sentence); who--) {
    const length = people.length[who] ?? 0;
    if (length === 0) continue;
    return people.role[who] === ROLE.staff && who + length === says ? { role: 'staff', at: who } : subject;
  }
  return subject;
}
