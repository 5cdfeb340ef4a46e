import type { PupilKey, PupilRole } from './incident.ts';
import type { LabelledIncident } from './labelled-incident.ts';

/** Each pupil of a record once, with the part that the export or else the narrative gives. */
export function readRoles({ incident, classification }: LabelledIncident): ReadonlyMap<PupilKey, PupilRole> {
  const roles = new Map<PupilKey, PupilRole>();
  for (const { pupil, role } of incident.involvements) {
    // Named twice, a pupil has the part said first, as wherever pupils are counted.
    if (roles.has(pupil)) continue;
    roles.set(pupil, role === 'unknown' ? (classification.roles.get(pupil) ?? 'unknown') : role);
  }
  return roles;
}
