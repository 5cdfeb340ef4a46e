import { FLAG, type FlagName } from './cue.ts';
import { kindOf, type LabelKind } from './label-kind.ts';
import type { EventData, EventRole, RuleData, RulePlace } from './rule-data.ts';
import { ACTION_FIELD, CATEGORY_FIELD } from './token-buffer.ts';

/** A label or signal that a rule asks for: itself, or any whose name has that start (`~harm*`). */
export interface Wanted {
  readonly kind: LabelKind;
  readonly start: string | null;
}

/** One rule, made ready for the many hits that ask it the same things. */
export interface RuleReading {
  readonly id: string;
  readonly kind: LabelKind;
  readonly also: readonly LabelKind[];
  readonly strength: 1 | 2 | 3;
  readonly place: RulePlace;
  /** Whether another than a pupil acting stops it. */
  readonly byPupil: boolean;
  readonly needs: readonly Wanted[];
  readonly unless: readonly Wanted[];
  /** Bits of the modifiers that stop it: in the narrative, and in the action. */
  readonly stops: number;
  readonly actionStops: number;
}

/** An event rule, made ready likewise. */
export interface EventReading extends RuleReading {
  readonly agent: readonly EventRole[];
  readonly patient: readonly EventRole[];
  /** The class of which a word must follow; null for none. */
  readonly ending: string | null;
}

/** Modifiers that stop a label, in the order in which they are given as the reason. */
export const STOPPING: readonly FlagName[] = [
  'not_upheld',
  'undone',
  'threat',
  'lesson',
  'negated',
  'hypothetical',
  'historical',
  'planned',
  'accident',
  'adult_actor',
];

function canStop(flag: FlagName, { name, is }: LabelKind, isAction: boolean): boolean {
  if (flag === 'accident') return is.hurts;
  if (flag === 'threat') return is.act;
  if (flag === 'planned') return is.planned;
  // Who thinks of harming himself is a worry by that alone.
  if (flag === 'undone') return name !== 'positive' && !is.welfare;
  if (flag === 'lesson') return name !== 'positive' && !(is.response && isAction);
  return flag !== 'adult_actor' || !is.response;
}

function addBits(kind: LabelKind, ignores: readonly FlagName[], isAction: boolean): number {
  let bits = 0;
  for (const flag of STOPPING)
    if (!ignores.includes(flag) && canStop(flag, kind, isAction)) bits |= FLAG[flag];
  return bits;
}

function readWanted(names: readonly string[]): Wanted[] {
  return names.map((name) => ({ kind: kindOf(name), start: name.endsWith('*') ? name.slice(0, -1) : null }));
}

/** Reads a rule as written. */
export function readRule(rule: RuleData): RuleReading {
  const kind = kindOf(rule.label);
  const ignores = rule.ignores ?? [];
  return {
    id: rule.id,
    kind,
    also: (rule.also ?? []).map(kindOf),
    strength: rule.strength ?? 3,
    place: rule.in ?? kind.place,
    byPupil: rule.actor === undefined ? !kind.is.by_anybody : rule.actor === 'pupil',
    needs: readWanted(rule.needs ?? []),
    unless: readWanted(rule.unless ?? []),
    stops: addBits(kind, ignores, false),
    actionStops: addBits(kind, ignores, true),
  };
}

/** Reads an event rule as written. */
export function readEventRule(rule: EventData): EventReading {
  const { label, also, strength, needs, ignores, id, agent, patient, ending } = rule;
  const like: RuleData = { id, label, any: '', yes: [], no: [] };
  return {
    ...readRule({
      ...like,
      also: also ?? [],
      strength: strength ?? 3,
      needs: needs ?? [],
      ignores: ignores ?? [],
    }),
    agent,
    patient,
    ending: ending ?? null,
  };
}

/** Whether a rule looks in a field. */
export function looksIn(place: RulePlace, field: number): boolean {
  if (place === 'any') return true;
  if (place === 'text') return field !== CATEGORY_FIELD;
  if (place === 'category') return field === CATEGORY_FIELD;
  return place === 'action' ? field === ACTION_FIELD : field !== CATEGORY_FIELD && field !== ACTION_FIELD;
}

/** The modifier that stops a rule where a token and its record carry these bits; null for none. */
export function findStop(rule: RuleReading, flags: number, ofRecord: number, field: number): FlagName | null {
  const whole = rule.kind.is.response || field === CATEGORY_FIELD ? 0 : ofRecord;
  const bits = (flags | whole) & (field === ACTION_FIELD ? rule.actionStops : rule.stops);
  if (bits === 0) return null;
  return STOPPING.find((flag) => (bits & FLAG[flag]) !== 0) ?? null;
}
