import { type People, ROLE } from './assign-roles.ts';
import type { CompiledRules } from './compile-rules.ts';
import wordData from './data/bare-verbs.yaml';
import type { EventWords } from './event-words.ts';
import type { EventReading, RuleReading } from './read-rule.ts';
import type { EventRole } from './rule-data.ts';
import type { Scan } from './scan.ts';
import { CATEGORY_FIELD, MARK, readToken, type TokenBuffer } from './token-buffer.ts';

/** Who did what to whom, at one verb. */
export interface RecordEvent {
  readonly verb: number;
  readonly from: number;
  readonly to: number;
  readonly agent: EventRole;
  readonly agentAt: number;
  /** First token of `A, B and C` where that is who acts; else `agentAt`. */
  readonly agentFrom: number;
  readonly patient: EventRole;
  readonly patientAt: number;
  readonly rules: readonly EventReading[];
}

/** What the event pass looks at. */
export interface EventView {
  readonly tokens: TokenBuffer;
  readonly scan: Scan;
  readonly people: People;
  readonly compiled: CompiledRules;
  readonly words: EventWords;
  /** Rules by owner, null for owners that are no rules; and event rules by the symbol of their verb. */
  readonly readings: readonly (RuleReading | null)[];
  readonly eventRules: ReadonlyMap<number, readonly EventReading[]>;
}

interface Person {
  readonly role: EventRole;
  readonly at: number;
  /** First token of the persons who are joined to this one by `and`. */
  readonly from?: number;
}

const NOBODY: Person = { role: 'none', at: -1 };

/** Whether a word or phrase of the class starts at a token; `bit` is one of `view.words`. */
export function is({ tokens, scan }: EventView, at: number, bit: number): boolean {
  return at >= 0 && at < tokens.count && ((scan.events[at] ?? 0) & bit) !== 0;
}

/** Within quotation marks, where it is a child who says `I` and `my`. */
export function isQuoted({ tokens }: EventView, at: number): boolean {
  return ((tokens.marks[at] ?? 0) & MARK.quoted) !== 0;
}

function inSentence(view: EventView, at: number, sentence: number): boolean {
  return at >= 0 && at < view.tokens.count && view.tokens.sentence[at] === sentence;
}

function isPassive(view: EventView, at: number): boolean {
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

function plainRole(role: number): EventRole {
  if (role === ROLE.staff || role === ROLE.author) return 'staff';
  if (role === ROLE.adult) return 'adult';
  return role === ROLE.none ? 'none' : 'pupil';
}

function personAhead(view: EventView, from: number, reach: number): Person {
  const sentence = view.tokens.sentence[from] ?? 0;
  for (let at = from; at < from + reach && inSentence(view, at, sentence); at++) {
    const role = view.people.role[at] ?? 0;
    if (role !== ROLE.none && (view.people.length[at] ?? 0) > 0) return resolve(view, at, -1);
  }
  return NOBODY;
}

/** Whether a comma, dash or bracket stands before a token. */
function isParted({ tokens }: EventView, at: number): boolean {
  return ((tokens.marks[at] ?? 0) & (MARK.commaBefore | MARK.breakBefore)) !== 0;
}

export function afterPreposition(view: EventView, at: number): boolean {
  // `When the nurse came near, Molly spat at her`: a comma parts them.
  if (isParted(view, at)) return false;
  for (let back = 1; back <= 3; back++) {
    // `When the nurse came near, Molly spat`: what stands before the comma belongs to the clause before.
    if (((view.tokens.marks[at - back + 1] ?? 0) & (MARK.commaBefore | MARK.breakBefore)) !== 0) return false;
    // `fell over and Vlad kicked her`: what stands before the `and` belongs to the verb.
    if (is(view, at - back, view.words.preposition))
      return back === 1 || !is(view, at - back + 1, view.words.and);
    if (!is(view, at - back, view.words.small)) return false;
  }
  return false;
}

/** `with`, `from` or `about` somebody: there, but not the one who was hit. */
function besideOnly(view: EventView, at: number): boolean {
  for (let back = 1; back <= 3; back++) {
    if (is(view, at - back, view.words.preposition)) return !is(view, at - back, view.words.at);
    if (!is(view, at - back, view.words.small)) return false;
  }
  return false;
}

function wentTo(view: EventView, at: number): boolean {
  for (let back = 1; back <= 3; back++) {
    if (is(view, at - back, view.words.to)) return true;
    if (!is(view, at - back, view.words.small)) return false;
  }
  return false;
}

function toldTo(view: EventView, at: number): boolean {
  for (let back = 1; back <= 3; back++) {
    if (is(view, at - back, view.words.tell)) return true;
    if (!is(view, at - back, view.words.small)) return false;
  }
  return false;
}

export function afterVerb(view: EventView, at: number): boolean {
  const back = is(view, at - 1, view.words.small) ? 2 : 1;
  return is(view, at - back, view.words.finite) || is(view, at - back, view.words.tell);
}

/** `Did not kick staff but did kick Ali`: right after a verb that follows `did`, so not the one who acts next. */
function afterAct(view: EventView, at: number): boolean {
  const { tokens, compiled, words } = view;
  if (compiled.isVerbWord[tokens.word[at - 1] ?? 0] !== 1) return false;
  return is(view, at - 2, words.auxiliary) || (readToken(tokens, at - 2) === 'not' && at > 2);
}

/** Words of seeing, hearing and making after which a verb stands bare: `watched him slap her`. */
const BARE_AFTER: ReadonlySet<string> = new Set(
  (wordData as { readonly seen_doing: readonly string[] }).seen_doing,
);

/** Whether the person at `at` is seen or made to do what the verb right behind says. */
function actsBare(view: EventView, at: number): boolean {
  return at > 0 && BARE_AFTER.has(readToken(view.tokens, at - 1).toLowerCase());
}

/** The person after `her art` in `struck her art teacher`, `his carpet partner`; -1 when whoever is hurt is another. */
function ownedPerson(view: EventView, at: number, sentence: number): number {
  const { tokens, people, words } = view;
  if (!is(view, at, words.possessive) && !is(view, at, words.mine)) return -1;
  for (let next = at + 1; next <= at + 3 && inSentence(view, next, sentence); next++) {
    if (((tokens.marks[next] ?? 0) & (MARK.commaBefore | MARK.breakBefore)) !== 0) return -1;
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

function isCapital({ tokens }: EventView, at: number): boolean {
  return ((tokens.marks[at] ?? 0) & MARK.capital) !== 0;
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

/** `The TA watched him slap her`: whoever looks on is not the one who is hurt. */
function seesIt({ tokens, people }: EventView, at: number): boolean {
  const next = at + (people.length[at] ?? 1);
  return next < tokens.count && BARE_AFTER.has(readToken(tokens, next).toLowerCase());
}

/** He, she, him at a token: the person before who fits. Staff who are being told something, or stand
 * behind `to` or `with` (`she came to the TA and said he hit her`), give way to a pupil. Nobody from `notFrom` to `not`. */
export function resolve(view: EventView, at: number, not: number, as?: number, notFrom = not): Person {
  const role = as ?? view.people.role[at] ?? 0;
  if (role !== ROLE.subject && role !== ROLE.object) return { role: plainRole(role), at };
  const field = view.tokens.field[at];
  let adult = -1;
  let told = -1;
  for (let back = at - 1; back >= 0 && at - back < 40 && view.tokens.field[back] === field; back--) {
    const other = view.people.role[back] ?? 0;
    if (other === ROLE.none || (view.people.length[back] ?? 0) === 0 || (back >= notFrom && back <= not))
      continue;
    // `I asked what had gone on: "I kicked him"`: the writer is not the one whom the child speaks of.
    if (other === ROLE.author && isQuoted(view, at) && !isQuoted(view, back)) continue;
    if (other === ROLE.staff && role === ROLE.object && seesIt(view, back)) continue;
    // `Dad told him to. He went in and hit Liam`: he is the one who was told.
    if (
      other === ROLE.object &&
      role === ROLE.subject &&
      adult < 0 &&
      view.tokens.sentence[back] !== view.tokens.sentence[at]
    )
      return { role: 'pupil', at: back };
    if (other === ROLE.pupil) return { role: 'pupil', at: back };
    if (other === ROLE.adult && role === ROLE.subject && adult < 0 && !afterPreposition(view, back))
      adult = back;
    if ((other === ROLE.staff || other === ROLE.author) && role === ROLE.object && !toldTo(view, back)) {
      if (!wentTo(view, back) && !besideOnly(view, back)) return { role: 'staff', at: back };
      if (told < 0) told = back;
    }
  }
  if (told >= 0) return { role: 'staff', at: told };
  return adult >= 0 ? { role: 'adult', at: adult } : { role: 'pupil', at };
}

function subjectBefore(view: EventView, verb: number): Person {
  const { tokens, people, words } = view;
  const sentence = tokens.sentence[verb] ?? 0;
  if (is(view, verb - 1, words.to)) {
    for (let at = verb - 2; inSentence(view, at, sentence) && verb - at < 7; at--) {
      const role = people.role[at] ?? 0;
      if ((role === ROLE.object || role === ROLE.pupil) && (people.length[at] ?? 0) > 0)
        return resolve(view, at, -1);
    }
  }
  if (
    people.role[verb - 1] === ROLE.object &&
    inSentence(view, verb - 2, sentence) &&
    actsBare(view, verb - 1)
  )
    return resolve(view, verb - 1, -1, ROLE.subject);
  const direct = is(view, verb - 1, words.small) ? verb - 2 : verb - 1;
  if (
    inSentence(view, direct, sentence) &&
    is(view, direct, words.object) &&
    (people.role[direct] ?? 0) === 0 &&
    !is(view, verb - 1, words.and)
  ) {
    return { role: 'object', at: direct };
  }
  for (let at = verb - 1; inSentence(view, at, sentence) && verb - at < 30; at--) {
    const role = people.role[at] ?? 0;
    const length = people.length[at] ?? 0;
    if (role === ROLE.none || length === 0 || role === ROLE.object) continue;
    if (is(view, at + length, words.apostropheS) && !is(view, at + length + 1, words.participle)) continue;
    if (afterPreposition(view, at)) continue;
    if (role !== ROLE.pupil && role !== ROLE.subject && (afterVerb(view, at) || afterAct(view, at))) continue;
    return role === ROLE.pupil ? { role: 'pupil', at, from: joinedFrom(view, at) } : resolve(view, at, -1);
  }
  return thingAtStart(view, verb, sentence);
}

/** `Ball came over the fence and hit Jack`: the sentence opens with a thing and names nobody before the verb. */
function thingAtStart(view: EventView, verb: number, sentence: number): Person {
  let first = verb;
  while (inSentence(view, first - 1, sentence)) first--;
  if (is(view, first, view.words.small)) first++;
  const thing = first < verb && is(view, first, view.words.object) && !is(view, first, view.words.throwing);
  return thing ? { role: 'object', at: first } : NOBODY;
}

function bodyWithin(view: EventView, from: number, sentence: number): boolean {
  for (let at = from; at < from + 3 && inSentence(view, at, sentence); at++) {
    if (is(view, at, view.words.body) || is(view, at, view.words.ownBody)) return true;
  }
  return false;
}

function ownedThing(view: EventView, at: number, sentence: number, agent: Person): Person | undefined {
  const { words } = view;
  if (is(view, at, words.mine)) {
    const owner = isQuoted(view, at) ? 'pupil' : 'staff';
    return bodyWithin(view, at + 1, sentence) ? { role: owner, at } : { role: 'object', at };
  }
  if (!is(view, at, words.possessive)) return undefined;
  if (is(view, at + 1, words.ownBody)) return { role: 'self', at };
  if (bodyWithin(view, at + 1, sentence)) return resolve(view, at, agent.at, ROLE.object, agent.from);
  const pronoun = view.people.role[at] === ROLE.object;
  const next = at + 1;
  if (
    pronoun &&
    (!inSentence(view, next, sentence) ||
      is(view, next, words.small | words.afterHim) ||
      is(view, next, words.preposition) ||
      is(view, next, words.clause) ||
      is(view, next, words.and) ||
      is(view, next, words.terminator) ||
      ((view.tokens.marks[next] ?? 0) & (MARK.commaBefore | MARK.breakBefore)) !== 0)
  ) {
    return undefined;
  }
  const person = (view.people.role[next] ?? 0) !== ROLE.none;
  return person ? undefined : { role: 'object', at };
}

function objectAfter(view: EventView, from: number, agent: Person, throwing: boolean): Person {
  const { tokens, people, words } = view;
  const sentence = tokens.sentence[from - 1] ?? 0;
  let thing = -1;
  let aimed = !throwing;
  for (let at = from; at < from + 10 && inSentence(view, at, sentence); at++) {
    if (is(view, at, words.terminator) || (at > from && is(view, at, words.clause))) break;
    if (!throwing && ((tokens.marks[at] ?? 0) & (MARK.commaBefore | MARK.breakBefore)) !== 0) break;
    if (is(view, at, words.at)) aimed = true;
    if (is(view, at, words.reflexive)) return { role: 'self', at };
    if (at > from && is(view, at, words.finite) && (people.role[at] ?? 0) === 0 && !throwing) break;
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
      if (aimed && !besideOnly(view, at)) return resolve(view, at, agent.at, undefined, agent.from);
    } else if (role === ROLE.none && is(view, at, words.object)) {
      thing = at;
      aimed = is(view, at - 1, words.at) ? false : aimed && is(view, at + 1, words.at);
    }
  }
  return thing >= 0 ? { role: 'object', at: thing } : NOBODY;
}

function readEvent(view: EventView, verb: number, at: number, length: number): RecordEvent {
  const { words } = view;
  const to = at + length;
  const rules = view.eventRules.get(verb) ?? [];
  if (isPassive(view, at) || isReducedPassive(view, at, to)) {
    const patient = subjectBefore(view, at);
    const sentence = view.tokens.sentence[at] ?? 0;
    let agent = NOBODY;
    for (let ahead = to; ahead < to + 9 && inSentence(view, ahead, sentence); ahead++) {
      if (is(view, ahead, words.by)) {
        agent = personAhead(view, ahead + 1, 5);
        break;
      }
    }
    // `Nipped on the arm by Rafe`: whom the record is about is the one who was hurt.
    const unsaid = patient.role === 'none' && agent.role === 'pupil';
    return {
      verb,
      from: at,
      to,
      agent: agent.role,
      agentAt: agent.at,
      agentFrom: agent.at,
      patient: unsaid ? 'pupil' : patient.role,
      patientAt: patient.at,
      rules,
    };
  }
  const agent = subjectBefore(view, at);
  const patient = objectAfter(view, to, agent, verb === view.compiled.throwing);
  return {
    verb,
    from: at,
    to,
    agent: agent.role,
    agentAt: agent.at,
    agentFrom: agent.from ?? agent.at,
    patient: patient.role,
    patientAt: patient.at,
    rules,
  };
}

/** Most verbs of one record that are read: beyond this a record is not written by a person. */
const MAX_EVENTS = 400;

/** Reads every verb for which there is an event rule. */
export function extractEvents(view: EventView): RecordEvent[] {
  const { tokens, scan, compiled } = view;
  const events: RecordEvent[] = [];
  for (let at = 0; at < tokens.count && events.length < MAX_EVENTS; at++) {
    if (tokens.field[at] === CATEGORY_FIELD) continue;
    const word = tokens.word[at] ?? 0;
    if (compiled.isVerbWord[word] === 1) {
      const { starts, items } = compiled.grammar.wordSymbols;
      const end = starts[word + 1] ?? 0;
      for (let i = starts[word] ?? 0; i < end; i++) {
        const symbol = items[i] ?? 0;
        if (compiled.isVerb[symbol] === 1) events.push(readEvent(view, symbol, at, 1));
      }
    }
    for (let slot = scan.head[at] ?? 0; slot !== 0; slot = scan.next[slot] ?? 0) {
      const symbol = scan.symbol[slot] ?? 0;
      if (compiled.isVerb[symbol] === 1) events.push(readEvent(view, symbol, at, scan.length[slot] ?? 1));
    }
  }
  return events;
}
