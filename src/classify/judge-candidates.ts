import type { Modifiers } from './apply-cues.ts';
import type { Candidate } from './candidate.ts';
import type { Hit } from './create-hit-finder.ts';
import { FLAG } from './cue.ts';
import { endsIn } from './ends-in.ts';
import type { EventView } from './event-view.ts';
import type { RecordEvent } from './extract-events.ts';
import { findActorStop } from './find-actor-stop.ts';
import { findHitStop } from './find-hit-stop.ts';
import { findOverlap } from './find-overlap.ts';
import { findPair, type Pair } from './find-pair.ts';
import { hurtsStaff } from './hurts-staff.ts';
import { kindOf, type LabelKind } from './label-kind.ts';
import { type EventReading, findStop, looksIn, type RuleReading, type Wanted } from './read-rule.ts';
import { saysChild } from './says-child.ts';
import { hasOther, sparesEvent } from './spares-event.ts';
import { stopCovered } from './stop-covered.ts';
import { CATEGORY_FIELD } from './token-buffer.ts';
import { isTurned, isTurnedDay } from './turned-rule.ts';

/** A blow at a child, as far as a phrase can tell. */
const PEER_BLOW = kindOf('child_on_child.physical');

const STAFF_BLOW = kindOf('staff.physical');

const NONE: readonly Wanted[] = [];

/** Whether an everyday phrase covers what was found and speaks against this label. */
function isVetoed(
  view: EventView,
  veto: readonly Hit[],
  from: number,
  to: number,
  { name, signal }: LabelKind,
  reach: number = to,
  event: RecordEvent | null = null,
): boolean {
  if (veto.length === 0) return false;
  return veto.some((other) => {
    const owner = view.compiled.owners[other.owner];
    if (owner?.kind !== 'ordinary') return false;
    const inside = other.from <= from && other.to >= to;
    const touches = owner.ordinary.touch === true && other.from < reach && other.to > from;
    if (!inside && !touches) return false;
    if (owner.ordinary.means === 'own' && hasOther(view, other.from)) return false;
    if (event !== null && sparesEvent(view, event, other, owner.ordinary)) return false;
    if (owner.ordinary.for === undefined) return !signal;
    return owner.ordinary.for.some((start) => name.startsWith(start));
  });
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

const isBlow = (kind: LabelKind): boolean => kind === PEER_BLOW || kind === STAFF_BLOW;

/** `Her brother was punched | by a stranger`: whose blow a phrase tells of, where that is no pupil's. */
function findAdultBlow(events: readonly RecordEvent[], { from, to }: Hit): 'adult_actor' | null {
  const within = events.filter((event) => event.from >= from && event.from < to);
  return within.length > 0 && within.every(({ agent }) => agent === 'adult') ? 'adult_actor' : null;
}

function judgeHit(
  view: EventView,
  mods: Modifiers,
  hit: Hit,
  rule: RuleReading,
  veto: readonly Hit[],
  last: LastPair,
  events: readonly RecordEvent[],
): Candidate | null {
  const field = view.tokens.field[hit.from] ?? 0;
  // `Pulled his hair` after `asked by Mr Ash`: the same blow, at staff.
  const kind = rule.kind === PEER_BLOW && hurtsStaff(view, hit) ? STAFF_BLOW : rule.kind;
  if (!looksIn(rule.place, field)) return null;
  // Of a day and a deed the deed can be an everyday one: `Today Owen | stole the show`.
  const isDay = isTurnedDay(rule.id);
  const isOpen = isDay || !isTurned(rule.id);
  const ordinary =
    isOpen &&
    (isVetoed(view, veto, hit.from, hit.to, kind) ||
      (isDay && isVetoed(view, veto, hit.to - 1, hit.to, kind)));
  if (kind === STAFF_BLOW && saysChild(view, hit)) return null;
  let stop: Candidate['stop'] = ordinary ? 'ordinary' : findHitStop(view, rule, mods, hit, field);
  if (stop === null && field !== CATEGORY_FIELD && rule.byPupil)
    stop = findActorStop(view, hit.from) ?? (isBlow(kind) ? findAdultBlow(events, hit) : null);
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

function fits(view: EventView, rule: EventReading, event: RecordEvent): boolean {
  const { agent, patient } = event;
  return (
    rule.patient.includes(patient) &&
    (rule.agent.includes(agent) || (agent === 'adult' && rule.agent.includes('pupil'))) &&
    (rule.ending === null || endsIn(view, event, rule.ending))
  );
}

/** What works on a verb: `hit nobody` and `held no child` are denied by what follows it. */
function flagsOfEvent(view: EventView, mods: Modifiers, { from, to }: RecordEvent): number {
  const denied = mods.hits.some((cue) => cue.id === 'neg.object' && cue.from === to);
  return (mods.flags[from] ?? 0) | findOverlap(view, mods, from, to) | (denied ? FLAG.negated : 0);
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
    if (!fits(view, rule, event) || !looksIn(rule.place, field)) continue;
    const vetoed = isVetoed(view, veto, event.from, event.to, rule.kind, to, event);
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
    const judged = judgeHit(view, mods, hit, rule, veto, last, events);
    if (judged === null) continue;
    found.push(judged);
    for (const kind of rule.also) found.push({ ...judged, kind });
  }
  for (const event of events) judgeEvent(view, mods, event, veto, found);
  return stopCovered(found, view.tokens);
}
