import type { Involvement, PupilKey, PupilRole } from '../incident/incident.ts';
import { isBehaviourIncident, type LabelledIncident } from '../incident/labelled-incident.ts';

/** Whose behaviour a record is about, and who else was in it. */
export interface Actors {
  readonly actors: readonly Involvement[];
  readonly others: readonly Involvement[];
}

/** A pupil's role: as the record's own field says it, else as its narrative does. */
export function roleOf(labelled: LabelledIncident, involvement: Involvement): PupilRole {
  if (involvement.role !== 'unknown') return involvement.role;
  return labelled.classification.roles.get(involvement.pupil) ?? 'unknown';
}

/**
 * Parts the pupils of a behaviour record into those whose behaviour it is about and the others.
 *
 * A pupil counts as an actor when the record says so, or, where it says nothing, when it was entered under their
 * name. A child who was harmed is never counted as having behaved badly; a witness is in neither list. Where
 * everyone entered was harmed and someone else is named, nobody is an actor: better none than the wrong child.
 */
export function findActors(labelled: LabelledIncident): Actors {
  if (!isBehaviourIncident(labelled.incident)) return { actors: [], others: [] };
  const actors: Involvement[] = [];
  const others: Involvement[] = [];
  const seen = new Set<PupilKey>();
  for (const involvement of labelled.incident.involvements) {
    if (seen.has(involvement.pupil)) continue;
    seen.add(involvement.pupil);
    const role = roleOf(labelled, involvement);
    if (role === 'witness') continue;
    if (role === 'harming' || (role === 'unknown' && involvement.origin === 'row')) actors.push(involvement);
    else others.push(involvement);
  }
  return { actors, others };
}
