import type { PupilKey } from './incident.ts';
import { isBehaviourIncident, type LabelledIncident } from './labelled-incident.ts';

/**
 * Whether a behaviour record counts as one of a pupil's incidents, wherever they are counted: it names the pupil, and
 * not as harmed or as a witness. The date is the record's own, also in a holiday.
 */
export function isOwnRecord({ incident, classification }: LabelledIncident, pupil: PupilKey): boolean {
  if (!isBehaviourIncident(incident)) return false;
  const own = incident.involvements.find((one) => one.pupil === pupil);
  if (own === undefined) return false;
  const role = own.role === 'unknown' ? (classification.roles.get(pupil) ?? 'unknown') : own.role;
  return role !== 'harmed' && role !== 'witness';
}
