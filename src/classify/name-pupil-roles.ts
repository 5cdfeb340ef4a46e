import type { PupilKey, PupilRole } from '../incident/incident.ts';
import type { People } from './assign-roles.ts';
import type { Candidate } from './candidate.ts';
import type { RecordWords } from './record-words.ts';

const NO_ROLES: ReadonlyMap<PupilKey, PupilRole> = new Map();

function tellsParts({ agentAt, patientAt, stop, kind }: Candidate): boolean {
  return (agentAt >= 0 || patientAt >= 0) && stop === null && kind.is.gives_parts;
}

/**
 * Parts that the grammar of the narrative gives to the record's own pupils. Only events with a named person
 * count; a pupil who harms in one sentence and is harmed in another stays `unknown`.
 */
export function namePupilRoles(
  incident: Pick<RecordWords, 'involvements'>,
  people: People,
  candidates: readonly Candidate[],
): ReadonlyMap<PupilKey, PupilRole> {
  if (!candidates.some(tellsParts)) return NO_ROLES;
  const harming = new Set<number>();
  const harmed = new Set<number>();
  for (const candidate of candidates) {
    if (!tellsParts(candidate)) continue;
    const agents = new Set<number>();
    for (let at = Math.max(0, candidate.agentFrom); at <= candidate.agentAt; at++)
      if ((people.length[at] ?? 0) > 0) agents.add(people.pupil[at] ?? -1);
    const patient = candidate.patientAt < 0 ? -1 : (people.pupil[candidate.patientAt] ?? -1);
    for (const agent of agents) if (agent >= 0) harming.add(agent);
    if (patient >= 0 && !agents.has(patient)) harmed.add(patient);
  }
  const roles = new Map<PupilKey, PupilRole>();
  incident.involvements.forEach((involvement, index) => {
    if (harming.has(index) && !harmed.has(index)) roles.set(involvement.pupil, 'harming');
    else if (harmed.has(index) && !harming.has(index)) roles.set(involvement.pupil, 'harmed');
  });
  return roles;
}
