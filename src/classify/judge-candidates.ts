import type { Modifiers } from './apply-cues.ts';
import { ROLE } from './assign-roles.ts';
import type { Candidate } from './candidate.ts';
import type { Hit } from './create-hit-finder.ts';
import { FLAG, type FlagName } from './cue.ts';
import { type EventView, is, type RecordEvent, resolve } from './extract-events.ts';
import { findPair } from './find-pair.ts';
import type { RuleData, RulePlace } from './rule-data.ts';
import { ACTION_FIELD, CATEGORY_FIELD, NARRATIVE_FIELD } from './token-buffer.ts';

/** Modifiers that stop a label, in the order in which they are given as the reason. */
const STOPPING: readonly FlagName[] = [
  'not_upheld',
  'threat',
  'lesson',
  'negated',
  'hypothetical',
  'historical',
  'planned',
  'accident',
  'adult_actor',
];

const HARM = ['child_on_child', 'staff.', 'bullying', 'damage', 'fighting', '~harm'];

/** Labels of harm between pupils, for which it matters who did it. */
const PAIRED = ['child_on_child', 'bullying', 'prejudice.', '~harm', '~threat'];

/** Labels of deeds: threatening the deed is something else. */
const ACTS: ReadonlySet<string> = new Set([
  'child_on_child.physical',
  'staff.physical',
  'weapon',
  'damage',
  'fighting',
  'positive_handling',
  'accident',
  'theft',
]);

/** What a label is by its name alone: labels are few, and every hit asks. */
interface LabelKind {
  readonly harm: boolean;
  readonly paired: boolean;
  readonly act: boolean;
  readonly response: boolean;
  readonly positive: boolean;
  /** Where it is looked for unless its rule says otherwise. */
  readonly place: RulePlace;
}

const KINDS = new Map<string, LabelKind>();

function kindOf(label: string): LabelKind {
  const known = KINDS.get(label);
  if (known !== undefined) return known;
  const kind = {
    harm: HARM.some((start) => label.startsWith(start)),
    paired: PAIRED.some((start) => label.startsWith(start)),
    act: ACTS.has(label),
    response: isResponse(label),
    positive: label.startsWith('positive'),
    place: usualPlace(label),
  };
  KINDS.set(label, kind);
  return kind;
}

const NONE: readonly string[] = [];
const NO_FLAGS: readonly FlagName[] = [];

function inPlace(place: RulePlace, field: number): boolean {
  if (place === 'any') return true;
  if (place === 'text') return field !== CATEGORY_FIELD;
  if (place === 'category') return field === CATEGORY_FIELD;
  return field === (place === 'action' ? ACTION_FIELD : NARRATIVE_FIELD);
}

/** What the pupils did stands in the narrative; what the school did may stand in both. */
function usualPlace(label: string): RulePlace {
  return isResponse(label) || ['positive', 'accident', 'positive_handling', '~attempt'].includes(label)
    ? 'text'
    : 'narrative';
}

function isResponse(label: string): boolean {
  return label.startsWith('response.') || label.startsWith('exclusion.');
}

function needsPupilActor(rule: RuleData): boolean {
  if (rule.actor !== undefined) return rule.actor === 'pupil';
  return (
    !isResponse(rule.label) &&
    !['positive', 'accident', 'safeguarding_other', 'positive_handling'].includes(rule.label)
  );
}

/** The flag that stops a label between two tokens, or null. */
function findStop(
  mods: Modifiers,
  label: string,
  from: number,
  field: number,
  ignores: readonly FlagName[],
): FlagName | null {
  const kind = kindOf(label);
  const whole = kind.response || field === CATEGORY_FIELD ? 0 : mods.record;
  const flags = (mods.flags[from] ?? 0) | whole;
  if (flags === 0) return null;
  for (const name of STOPPING) {
    if ((flags & FLAG[name]) === 0 || ignores.includes(name)) continue;
    if (name === 'accident' && !kind.harm) continue;
    if (name === 'threat' && !kind.act) continue;
    if (name === 'planned' && !kind.response && !kind.positive) continue;
    if (name === 'lesson' && (label === 'positive' || (kind.response && field === ACTION_FIELD))) continue;
    if (name === 'adult_actor' && kind.response) continue;
    return name;
  }
  return null;
}

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
    if (is(view, at - 1, words.finite) || (is(view, at - 1, words.small) && is(view, at - 2, words.finite)))
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
  label: string,
  reach: number = to,
): boolean {
  if (veto.length === 0) return false;
  return veto.some((other) => {
    const owner = view.compiled.owners[other.owner];
    if (owner?.kind !== 'ordinary') return false;
    const inside = other.from <= from && other.to >= to;
    const touches = owner.ordinary.touch === true && other.from < reach && other.to > from;
    if (!inside && !touches) return false;
    if (owner.ordinary.for === undefined && label.startsWith('~')) return false;
    return owner.ordinary.for === undefined || owner.ordinary.for.some((start) => label.startsWith(start));
  });
}

/** `bit my arm`, `punched her` after `Mrs Shaw asked`: a phrase of blows whose only person is staff. */
function hurtsStaff(view: EventView, hit: Hit): boolean {
  const { tokens, people, words } = view;
  let staff = false;
  for (let at = hit.from - 1; at >= 0 && tokens.sentence[at] === tokens.sentence[hit.from]; at--) {
    const role = people.role[at] ?? 0;
    if (role === ROLE.none || role === ROLE.object || (people.length[at] ?? 0) === 0) continue;
    if (role !== ROLE.staff && role !== ROLE.author) break;
    if (is(view, at + (people.length[at] ?? 1), words.suffers)) return true;
    break;
  }
  for (let at = hit.from; at < hit.to + 2 && tokens.sentence[at] === tokens.sentence[hit.from]; at++) {
    const role = people.role[at] ?? 0;
    if (is(view, at, words.mine)) staff = true;
    const his = role !== ROLE.pupil && is(view, at, words.possessive);
    if (his && resolve(view, at, -1, ROLE.object).role === 'staff') staff = true;
    if (role === ROLE.none || (people.length[at] ?? 0) === 0) continue;
    if (role === ROLE.pupil) return false;
    if (role === ROLE.staff || role === ROLE.author) staff = true;
    else if (role === ROLE.object && resolve(view, at, -1).role === 'staff') staff = true;
  }
  return staff;
}

function judgeHit(
  view: EventView,
  mods: Modifiers,
  hit: Hit,
  rule: RuleData,
  veto: readonly Hit[],
): Candidate | null {
  const field = view.tokens.field[hit.from] ?? 0;
  const kind = kindOf(rule.label);
  if (!inPlace(rule.in ?? kind.place, field)) return null;
  const ordinary = isVetoed(view, veto, hit.from, hit.to, rule.label);
  if (rule.label === 'child_on_child.physical' && hurtsStaff(view, hit)) return null;
  let stop: Candidate['stop'] = ordinary
    ? 'ordinary'
    : findStop(mods, rule.label, hit.from, field, rule.ignores ?? NO_FLAGS);
  if (stop === null && field !== CATEGORY_FIELD && needsPupilActor(rule))
    stop = findActorStop(view, hit.from);
  const pair = stop === null && kind.paired ? findPair(view, hit.from) : null;
  return {
    label: rule.label,
    rule: rule.id,
    from: hit.from,
    to: hit.to,
    strength: rule.strength ?? 3,
    stop,
    needs: rule.needs ?? NONE,
    unless: rule.unless ?? NONE,
    agentAt: pair?.agentAt ?? -1,
    patientAt: pair?.patientAt ?? -1,
  };
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
    if (!rule.agent.includes(event.agent) && !(event.agent === 'adult' && rule.agent.includes('pupil')))
      continue;
    if (!rule.patient.includes(event.patient)) continue;
    if (!inPlace(kindOf(rule.label).place, field)) continue;
    const vetoed = isVetoed(view, veto, event.from, event.to, rule.label, to);
    const stop: Candidate['stop'] =
      (vetoed ? 'ordinary' : null) ??
      findStop(mods, rule.label, event.from, field, rule.ignores ?? NO_FLAGS) ??
      (event.agent === 'adult' && !rule.agent.includes('adult') ? 'adult_actor' : null);
    const judged: Candidate = {
      label: rule.label,
      rule: rule.id,
      from: event.from,
      to,
      strength: rule.strength ?? 3,
      stop,
      needs: rule.needs ?? NONE,
      unless: NONE,
      agentAt: event.agentAt,
      patientAt: event.patientAt,
    };
    found.push(judged);
    for (const label of rule.also ?? NONE) found.push({ ...judged, label });
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
  for (const hit of hits) {
    const owner = owners[hit.owner];
    if (owner?.kind !== 'rule') continue;
    const judged = judgeHit(view, mods, hit, owner.rule, veto);
    if (judged === null) continue;
    found.push(judged);
    for (const label of owner.rule.also ?? NONE) found.push({ ...judged, label });
  }
  for (const event of events) judgeEvent(view, mods, event, veto, found);
  return found;
}
