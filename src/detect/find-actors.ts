import type { Involvement, PupilRole } from '../incident/incident.ts';
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
  const { involvements } = labelled.incident;
  for (let at = 0; at < involvements.length; at += 1) {
    const involvement = involvements[at];
    if (involvement === undefined || isNamedBefore(involvements, at)) continue;
    const role = roleOf(labelled, involvement);
    if (role === 'witness') continue;
    if (role === 'harming' || (role === 'unknown' && involvement.origin === 'row')) actors.push(involvement);
    else others.push(involvement);
  }
  return { actors, others };
}

/** A record names few pupils: looking back over them is quicker than a set. */
function isNamedBefore(involvements: readonly Involvement[], at: number): boolean {
  for (let earlier = 0; earlier < at; earlier += 1) {
    if (involvements[earlier]?.pupil === involvements[at]?.pupil) return true;
  }
  return false;
}
