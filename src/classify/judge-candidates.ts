import type { CueHit, Modifiers } from './apply-cues.ts';
import { ROLE } from './assign-roles.ts';
import type { Candidate } from './candidate.ts';
import type { Hit } from './create-hit-finder.ts';
import { FLAG } from './cue.ts';
import { type EventView, is, isQuoted, type RecordEvent, resolve } from './extract-events.ts';
import { findPair, type Pair } from './find-pair.ts';
import { kindOf, type LabelKind } from './label-kind.ts';
import { type EventReading, findStop, looksIn, type RuleReading, type Wanted } from './read-rule.ts';
import { CATEGORY_FIELD, readToken } from './token-buffer.ts';
import { isTurned } from './turned-rule.ts';

/** A blow at a child, as far as a phrase can tell. */
const PEER_BLOW = kindOf('child_on_child.physical');

const STAFF_BLOW = kindOf('staff.physical');
const PRAISE = kindOf('positive');

const NONE: readonly Wanted[] = [];

/** Who acts in the clause before a phrase, as far as that stops a label for pupils. */
function findActorStop(view: EventView, from: number): 'adult_actor' | 'staff_actor' | null {
  const { tokens, people, words } = view;
  const sentence = tokens.sentence[from];
  for (let at = from - 1; at >= 0 && tokens.sentence[at] === sentence && from - at < 25; at--) {
    // `I'll get my dad to ...` is the pupil's own threat.
    if (is(view, at - 1, words.mine)) continue;
    if (is(view, at, words.passive) && !is(view, at, words.finite) && is(view, at + 1, words.participle))
      return null;
    const role = people.role[at] ?? 0;
    if (role === ROLE.none || (people.length[at] ?? 0) === 0) continue;
    if (role !== ROLE.staff && role !== ROLE.adult && role !== ROLE.author) return null;
    const after = at + (people.length[at] ?? 1);
    if (is(view, after, words.apostropheS)) continue;
    // `said that her dad is a ...`: spoken of, not acting.
    if (role === ROLE.adult && is(view, after, words.passive) && is(view, after + 1, words.article)) continue;
    if (
      is(view, at - 1, words.preposition) ||
      (is(view, at - 1, words.small) && is(view, at - 2, words.preposition))
    )
      continue;
    // `She said her dad | had thrown her`: right before the deed it is the adult who acts.
    if (role === ROLE.adult && after === from && is(view, from, words.finite | words.auxiliary))
      return 'adult_actor';
    // `Said her dad had thrown her`: the one who acts, not one who is spoken to.
    const acts = is(view, after, words.auxiliary);
    if (
      !acts &&
      (is(view, at - 1, words.finite) || (is(view, at - 1, words.small) && is(view, at - 2, words.finite)))
    )
      continue;
    if (after === from || is(view, after, words.tell))
      return role === ROLE.adult ? 'adult_actor' : after === from ? 'staff_actor' : null;
    return role === ROLE.adult ? 'adult_actor' : null;
  }
  return null;
}

/** Whether an everyday phrase covers what was found and speaks against this label. */
function isVetoed(
  view: EventView,
  veto: readonly Hit[],
  from: number,
  to: number,
  { name, signal }: LabelKind,
  reach: number = to,
): boolean {
  if (veto.length === 0) return false;
  return veto.some((other) => {
    const owner = view.compiled.owners[other.owner];
    if (owner?.kind !== 'ordinary') return false;
    const inside = other.from <= from && other.to >= to;
    const touches = owner.ordinary.touch === true && other.from < reach && other.to > from;
    if (!inside && !touches) return false;
    if (owner.ordinary.for === undefined) return !signal;
    return owner.ordinary.for.some((start) => name.startsWith(start));
  });
}

/** The nearest person before a phrase, in its sentence; -1 for nobody. */
function personBefore({ tokens, people }: EventView, from: number): number {
  for (let at = from - 1; at >= 0 && tokens.sentence[at] === tokens.sentence[from]; at--) {
    const role = people.role[at] ?? 0;
    if (role !== ROLE.none && role !== ROLE.object && (people.length[at] ?? 0) > 0) return at;
  }
  return -1;
}

function isStaff({ people }: EventView, at: number): boolean {
  return people.role[at] === ROLE.staff || people.role[at] === ROLE.author;
}

/** `Cameron put a trainee teacher | in a headlock`: whom the phrase is about stands before it. */
function isDoneToStaff(view: EventView, staff: number, from: number): boolean {
  const { people, words } = view;
  const after = staff + (people.length[staff] ?? 1);
  if (is(view, after, words.suffers)) return true;
  if (!is(view, after, words.preposition)) return false;
  for (let at = after + 1; at < from; at++) if (!is(view, at, words.small)) return false;
  const agent = personBefore(view, staff);
  if (agent < 0 || isStaff(view, agent) || people.role[agent] === ROLE.adult) return false;
  for (let at = agent + 1; at < staff; at++)
    if (is(view, at, words.and | words.preposition | words.tell)) return false;
  return true;
}

/** How far behind a phrase that says who did it stands whom it hit: `a headbutt from Kenzie | split the teacher's lip`. */
const AFTER_AGENT = 6;

/** `bit my arm`, `punched her` after `Mrs Shaw asked`: a phrase of blows whose only person is staff. */
function hurtsStaff(view: EventView, hit: Hit): boolean {
  const { tokens, people, words } = view;
  let staff = false;
  const before = personBefore(view, hit.from);
  if (before >= 0 && isStaff(view, before) && isDoneToStaff(view, before, hit.from)) return true;
  // Who acts is not the one who is hurt: `Molly spat in her face`.
  const agent = before >= 0 && people.role[before] === ROLE.pupil ? before : -1;
  let end = hit.to + 2;
  for (let at = hit.from; at < end && tokens.sentence[at] === tokens.sentence[hit.from]; at++) {
    const role = people.role[at] ?? 0;
    if (is(view, at, words.mine) && !isQuoted(view, at)) staff = true;
    const his = role !== ROLE.pupil && is(view, at, words.possessive);
    if (his && resolve(view, at, agent, ROLE.object).role === 'staff') staff = true;
    if (role === ROLE.none || (people.length[at] ?? 0) === 0) continue;
    if (role === ROLE.pupil && at > hit.from && is(view, at - 1, words.by)) end = hit.to + AFTER_AGENT;
    else if (role === ROLE.pupil) return staff && is(view, at - 1, words.clause);
    else if (role === ROLE.staff || role === ROLE.author) staff = true;
    else if (role === ROLE.object && resolve(view, at, agent).role === 'staff') staff = true;
  }
  return staff;
}

/** `"He pulled my hair"`, a child says: whoever is hurt there is no staff, unless it is staff who are quoted. */
function saysChild(view: EventView, hit: Hit): boolean {
  const { tokens, people } = view;
  for (let at = hit.from; at < hit.to; at++) {
    const role = people.role[at] ?? 0;
    if (!isQuoted(view, at) || role === ROLE.staff || role === ROLE.author) return false;
  }
  for (let at = hit.from - 1; at >= 0 && tokens.sentence[at] === tokens.sentence[hit.from]; at--) {
    const role = people.role[at] ?? 0;
    if (!isQuoted(view, at) && (role === ROLE.staff || role === ROLE.author || role === ROLE.adult))
      return false;
  }
  return true;
}

/** The pair of the sentence that was asked about last: hits of one sentence ask one after the other. */
interface LastPair {
  sentence: number;
  pair: Pair | null;
}

function pairAt(view: EventView, at: number, last: LastPair): Pair | null {
  const sentence = view.tokens.sentence[at] ?? 0;
  if (last.sentence !== sentence) {
    last.sentence = sentence;
    last.pair = findPair(view, at);
  }
  return last.pair;
}

const TELLS = /^(?:told|tells|tell|telling)$/i;

/** Modifiers that work on a phrase with which their cue ends: `had they | fought`. */
const HELD = FLAG.hypothetical;

/** Modifiers that work on a phrase from within it. */
const WITHIN = FLAG.negated | FLAG.hypothetical;

/**
 * What cues whose own words run into a phrase say of it: `had he carried | carried a blade`, and of the past also where
 * they hold all of it: `since the fight in | Year 4`.
 */
function flagsOverlapping({ tokens }: EventView, mods: Modifiers, from: number, to: number): number {
  let flags = 0;
  for (const cue of mods.hits) {
    if (cue.reach !== 'forward' || cue.from > from || cue.to <= from) continue;
    // `Told everyone that he`: told by whoever is in trouble for it as often as by staff.
    if (tokens.sentence[cue.from] !== tokens.sentence[from] || TELLS.test(readToken(tokens, cue.from)))
      continue;
    flags |= FLAG[cue.flag] & ((cue.to < to ? WITHIN : cue.to === to ? HELD : 0) | FLAG.historical);
  }
  return flags;
}

/** Whether a cue works on all that stands between it and a phrase, no other time and nothing that somebody was told. */
function meansIt({ tokens, words, scan }: EventView, mods: Modifiers, cue: CueHit, from: number): boolean {
  const flag = FLAG[cue.flag];
  const time = words.preposition | words.clause;
  for (let at = cue.to; at <= from; at++) if (((mods.flags[at] ?? 0) & flag) === 0) return false;
  // `Would not hold it after "one of them lot"`.
  for (let at = cue.to; at < from; at++) if (((scan.events[at] ?? 0) & time) === time) return false;
  if (TELLS.test(readToken(tokens, cue.from))) return false;
  for (let at = cue.from - 1; at >= 0 && tokens.sentence[at] === tokens.sentence[from]; at--)
    if (((scan.events[at] ?? 0) & words.tell) !== 0) return false;
  return true;
}

/**
 * What the writer denies or imagines before a phrase that may hold such words of its own. What somebody was told is not
 * meant: `told him he was not wanted and should go back`.
 */
function flagsFromBefore(view: EventView, mods: Modifiers, { from }: Hit): number {
  let flags = 0;
  for (const cue of mods.hits) {
    const flag = FLAG[cue.flag] & WITHIN;
    if (flag === 0 || cue.reach !== 'forward' || cue.to > from) continue;
    if (view.tokens.sentence[cue.from] !== view.tokens.sentence[from]) continue;
    if (meansIt(view, mods, cue, from)) flags |= flag;
  }
  return flags;
}

/**
 * What works on the words of a rule: what works on the first of them; `Mum has not been told`, `held no child`: also a
 * `not` or `might` within them that reaches the last, unless the rule itself asks for one or it is what somebody said.
 */
function flagsOf(view: EventView, { kind }: RuleReading, mods: Modifiers, hit: Hit): number {
  const { pattern, from, to } = hit;
  const isOwn = view.compiled.patterns.denies[pattern] === 1;
  const first = (mods.flags[from] ?? 0) | (isOwn ? 0 : flagsOverlapping(view, mods, from, to));
  const last = (mods.flags[to - 1] ?? 0) & WITHIN & ~first;
  // `A great day - no reminders at all`.
  if (last === 0 || kind === PRAISE) return first;
  const isPerson = (view.people.role[from] ?? ROLE.none) !== ROLE.none;
  if (kind.is.response && isPerson) return first | (last & FLAG.negated);
  if (isOwn) return first;
  let flags = first;
  for (const cue of mods.hits) {
    if (cue.reach === 'within' && cue.from >= from && cue.to === to) flags |= FLAG[cue.flag];
    if (cue.reach !== 'forward' || cue.from < from || cue.to >= to || (last & FLAG[cue.flag]) === 0) continue;
    if (!isPerson && cue.flag !== 'negated') continue;
    if (!isSaid(view, from, cue.from)) flags |= FLAG[cue.flag];
  }
  return flags;
}

/** The modifier that stops a phrase. One whose rule passes over denials is still stopped by the writer's own. */
function findHitStop(
  view: EventView,
  rule: RuleReading,
  mods: Modifiers,
  hit: Hit,
  field: number,
): Candidate['stop'] {
  const flags = flagsOf(view, rule, mods, hit);
  const stop = findStop(rule, flags, mods.record, field);
  const passed = flags & WITHIN & ~rule.stops;
  if (stop !== null || passed === 0 || !(rule.kind.is.harm || rule.kind.is.hurts)) return stop;
  const denied = flagsFromBefore(view, mods, hit) & passed;
  if ((denied & FLAG.negated) !== 0) return 'negated';
  return (denied & FLAG.hypothetical) !== 0 ? 'hypothetical' : null;
}

/** Whether somebody is told or called something between two tokens: what follows is said. */
function isSaid(view: EventView, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (is(view, at, view.words.tell | view.words.aim)) return true;
  return false;
}

function judgeHit(
  view: EventView,
  mods: Modifiers,
  hit: Hit,
  rule: RuleReading,
  veto: readonly Hit[],
  last: LastPair,
): Candidate | null {
  const field = view.tokens.field[hit.from] ?? 0;
  const { kind } = rule;
  if (!looksIn(rule.place, field)) return null;
  const ordinary = !isTurned(rule.id) && isVetoed(view, veto, hit.from, hit.to, kind);
  if (kind === PEER_BLOW && hurtsStaff(view, hit)) return null;
  if (kind === STAFF_BLOW && saysChild(view, hit)) return null;
  let stop: Candidate['stop'] = ordinary ? 'ordinary' : findHitStop(view, rule, mods, hit, field);
  if (stop === null && field !== CATEGORY_FIELD && rule.byPupil) stop = findActorStop(view, hit.from);
  const pair = stop === null && kind.is.between_pupils ? pairAt(view, hit.from, last) : null;
  return {
    kind,
    rule: rule.id,
    from: hit.from,
    to: hit.to,
    strength: rule.strength,
    stop,
    needs: rule.needs,
    unless: rule.unless,
    agentAt: pair === null ? -1 : pair.agentAt,
    agentFrom: pair === null ? -1 : pair.agentAt,
    patientAt: pair === null ? -1 : pair.patientAt,
  };
}

function fits(rule: EventReading, { agent, patient }: RecordEvent): boolean {
  return (
    rule.patient.includes(patient) &&
    (rule.agent.includes(agent) || (agent === 'adult' && rule.agent.includes('pupil')))
  );
}

/** What works on a verb: `hit nobody` and `held no child` are denied by what follows it. */
function flagsOfEvent(view: EventView, mods: Modifiers, { from, to }: RecordEvent): number {
  const denied = mods.hits.some((cue) => cue.id === 'neg.object' && cue.from === to);
  return (mods.flags[from] ?? 0) | flagsOverlapping(view, mods, from, to) | (denied ? FLAG.negated : 0);
}

function judgeEvent(
  view: EventView,
  mods: Modifiers,
  event: RecordEvent,
  veto: readonly Hit[],
  found: Candidate[],
): void {
  const field = view.tokens.field[event.from] ?? 0;
  const near = event.patientAt >= event.to && event.patientAt < event.to + 10;
  const to = near ? event.patientAt + 1 : event.to;
  for (const rule of event.rules) {
    if (!fits(rule, event) || !looksIn(rule.place, field)) continue;
    const vetoed = isVetoed(view, veto, event.from, event.to, rule.kind, to);
    const stop: Candidate['stop'] =
      (vetoed ? 'ordinary' : null) ??
      findStop(rule, flagsOfEvent(view, mods, event), mods.record, field) ??
      (event.agent === 'adult' && !rule.agent.includes('adult') ? 'adult_actor' : null);
    const judged: Candidate = {
      kind: rule.kind,
      rule: rule.id,
      from: event.from,
      to,
      strength: rule.strength,
      stop,
      needs: rule.needs,
      unless: NONE,
      agentAt: event.agentAt,
      agentFrom: event.agentFrom,
      patientAt: event.patientAt,
    };
    found.push(judged);
    for (const kind of rule.also) found.push({ ...judged, kind });
  }
}

/** Turns what was found into candidates for labels, each with the reason that stops it if there is one. */
export function judgeCandidates(
  view: EventView,
  mods: Modifiers,
  hits: readonly Hit[],
  events: readonly RecordEvent[],
): Candidate[] {
  const { owners } = view.compiled;
  const veto = hits.filter((hit) => owners[hit.owner]?.kind === 'ordinary');
  const found: Candidate[] = [];
  const last: LastPair = { sentence: -1, pair: null };
  for (const hit of hits) {
    const rule = view.readings[hit.owner];
    if (rule === null || rule === undefined) continue;
    const judged = judgeHit(view, mods, hit, rule, veto, last);
    if (judged === null) continue;
    found.push(judged);
    for (const kind of rule.also) found.push({ ...judged, kind });
  }
  for (const event of events) judgeEvent(view, mods, event, veto, found);
  return found;
}
