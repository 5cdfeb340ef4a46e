import type { PupilKey } from './incident.ts';
import type { LabelledIncident } from './labelled-incident.ts';
import { readRoles } from './read-roles.ts';

/** Pupils of a record who did it, each once, as far as it says: parts as harmed or witness are left out. */
export function listActors(labelled: LabelledIncident, roles = readRoles(labelled)): readonly PupilKey[] {
  const harming = [...roles].filter(([, role]) => role === 'harming').map(([key]) => key);
  return harming.length > 0 ? harming : listUnsaid(labelled, roles);
}

/**
 * Pupils of a record of force on whom it was used, each once: who harmed, and the row's own pupil where no part is
 * said. Those harmed and witnesses were there, not held.
 */
export function listHeld(labelled: LabelledIncident): readonly PupilKey[] {
  const roles = readRoles(labelled);
  const harming = [...roles].filter(([, role]) => role === 'harming').map(([key]) => key);
  const unsaid = listUnsaid(labelled, roles);
  const own = labelled.incident.involvements.filter(({ origin }) => origin === 'row');
  const held = [...harming, ...unsaid.filter((key) => own.some(({ pupil }) => pupil === key))];
  return held.length > 0 ? held : unsaid;
}

/** Pupils whose part is not said: the row's own, else those it names. */
function listUnsaid(
  { incident }: LabelledIncident,
  roles: ReturnType<typeof readRoles>,
): readonly PupilKey[] {
  const unsaid = incident.involvements.filter(({ pupil }) => roles.get(pupil) === 'unknown');
  const own = unsaid.filter(({ origin }) => origin === 'row');
  return [...new Set((own.length > 0 ? own : unsaid).map(({ pupil }) => pupil))];
}
