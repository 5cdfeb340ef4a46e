import { roleOf } from './find-actors.ts';
import type { NamedSpan, PlacedIncident, SchoolRecord } from './school-record.ts';

/** One pupil's incident-days with one other pupil in an academic year, each day once. */
export interface PairDays {
  readonly actor: number;
  readonly other: number;
  readonly days: readonly PlacedIncident[];
  /** Whether the record or its narrative says that the other child was harmed, in more than half of the days. */
  readonly roleKnown: boolean;
}

/** What one academic year says of who was with whom. */
export interface PairRecord {
  readonly year: NamedSpan;
  /** By actor: incident-days that name another child. */
  readonly actorDays: ReadonlyMap<number, number>;
  /** Incident-days on which each child was the other one, by whom. */
  readonly pairs: readonly PairDays[];
  /** Fights and the like: both are actors of one incident, smaller index first. */
  readonly mutual: readonly PairDays[];
}

/**
 * Gathers, for each academic year, on how many days each pupil's incidents named which other child.
 *
 * Both are actors of the same incident in a mutual conflict: that is kept apart, because there is no direction in it.
 */
export function gatherPairs(record: SchoolRecord): readonly PairRecord[] {
  const drafts = record.years.map((year) => ({
    year,
    actorDays: new Map<number, number>(),
    lastDay: new Map<number, number>(),
    pairs: new Map<number, PairDraft>(),
    mutual: new Map<number, PairDraft>(),
  }));
  let at = 0;
  for (const incident of record.incidents) {
    const { actors, others, day } = incident;
    if (others.length === 0 && actors.length < 2) continue;
    while (day > (drafts[at]?.year.last ?? day)) at += 1;
    const draft = drafts[at];
    if (draft === undefined || day < draft.year.first) continue;
    for (const actor of actors) {
      for (const other of others) addDay(record, draft.pairs, actor, other, incident);
      for (const second of actors) if (second > actor) addDay(record, draft.mutual, actor, second, incident);
      if (others.length === 0 || draft.lastDay.get(actor) === day) continue;
      draft.lastDay.set(actor, day);
      draft.actorDays.set(actor, (draft.actorDays.get(actor) ?? 0) + 1);
    }
  }
  return drafts.map(({ year, actorDays, pairs, mutual }) => ({
    year,
    actorDays,
    pairs: [...pairs.values()].map(finish),
    mutual: [...mutual.values()].map(finish),
  }));
}

interface PairDraft {
  readonly actor: number;
  readonly other: number;
  readonly days: PlacedIncident[];
  harmed: number;
}

function addDay(
  { pupils }: SchoolRecord,
  to: Map<number, PairDraft>,
  actor: number,
  other: number,
  incident: PlacedIncident,
): void {
  const key = actor * pupils.length + other;
  let known = to.get(key);
  if (known === undefined) {
    known = { actor, other, days: [], harmed: 0 };
    to.set(key, known);
  }
  if (known.days.at(-1)?.day === incident.day) return;
  known.days.push(incident);
  if (wasHarmed(incident, pupils[other]?.key ?? null)) known.harmed += 1;
}

function finish({ actor, other, days, harmed }: PairDraft): PairDays {
  return { actor, other, days, roleKnown: harmed * 2 > days.length };
}

function wasHarmed({ source }: PlacedIncident, key: string | null): boolean {
  for (const involvement of source.incident.involvements) {
    if (involvement.pupil === key) return roleOf(source, involvement) === 'harmed';
  }
  return false;
}
