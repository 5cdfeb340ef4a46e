import type { DetectionContext } from './detection-context.ts';
import { roleOf } from './find-actors.ts';
import type { NamedSpan, PlacedIncident } from './school-record.ts';

/** One pupil's incident-days with one other pupil in an academic year, each day once. */
export interface PairDays {
  readonly actor: number;
  readonly other: number;
  readonly days: readonly { readonly day: number; readonly incident: PlacedIncident }[];
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
 * Gathers, for one academic year, on how many days each pupil's incidents named which other child.
 *
 * Both are actors of the same incident in a mutual conflict: that is kept apart, because there is no direction in it.
 */
export function gatherPairs({ record }: DetectionContext, year: NamedSpan): PairRecord {
  const pairs = new Map<number, { actor: number; other: number; days: Day[]; harmed: number }>();
  const mutual = new Map<number, { actor: number; other: number; days: Day[]; harmed: number }>();
  const actorDays = new Map<number, Set<number>>();
  const add = (to: typeof pairs, actor: number, other: number, incident: PlacedIncident): void => {
    const key = actor * record.pupils.length + other;
    let known = to.get(key);
    if (known === undefined) {
      known = { actor, other, days: [], harmed: 0 };
      to.set(key, known);
    }
    if (known.days.at(-1)?.day !== incident.day) {
      known.days.push({ day: incident.day, incident });
      if (wasHarmed(incident, record.pupils[other]?.key ?? null)) known.harmed += 1;
    }
  };
  for (const incident of record.incidents) {
    if (incident.day < year.first || incident.day > year.last) continue;
    for (const actor of incident.actors) {
      for (const other of incident.others) add(pairs, actor, other, incident);
      for (const second of incident.actors) if (second > actor) add(mutual, actor, second, incident);
      if (incident.others.length === 0) continue;
      const days = actorDays.get(actor) ?? new Set();
      actorDays.set(actor, days.add(incident.day));
    }
  }
  const finish = ({
    actor,
    other,
    days,
    harmed,
  }: {
    actor: number;
    other: number;
    days: Day[];
    harmed: number;
  }) => ({
    actor,
    other,
    days,
    roleKnown: harmed * 2 > days.length,
  });
  return {
    year,
    actorDays: new Map([...actorDays].map(([actor, days]) => [actor, days.size])),
    pairs: [...pairs.values()].map(finish),
    mutual: [...mutual.values()].map(finish),
  };
}

interface Day {
  readonly day: number;
  readonly incident: PlacedIncident;
}

function wasHarmed({ source }: PlacedIncident, key: string | null): boolean {
  const involvement = source.incident.involvements.find(({ pupil }) => pupil === key);
  return involvement !== undefined && roleOf(source, involvement) === 'harmed';
}
