import type { PupilKey, PupilRole } from './incident.ts';
import type { LabelledIncident } from './labelled-incident.ts';

/** Each pupil of a record once, with the part that the export or else the narrative gives. */
export function readRoles({ incident, classification }: LabelledIncident): ReadonlyMap<PupilKey, PupilRole> {
  return new Map(
    incident.involvements.map(({ pupil, role }) => [
      pupil,
      role === 'unknown' ? (classification.roles.get(pupil) ?? 'unknown') : role,
    ]),
  );
}
