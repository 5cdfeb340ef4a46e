import type { PupilRole } from '../incident/incident.ts';

/** A pupil's part: what any row says of it; two different parts cancel to `unknown`. */
export function joinRoles(one: PupilRole, other: PupilRole): PupilRole {
  if (one === other || other === 'unknown') return one;
  return one === 'unknown' ? other : 'unknown';
}
