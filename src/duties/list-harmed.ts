import type { PupilKey } from '../incident/incident.ts';
import type { DutyCase } from './duty-case.ts';

/** Pupils whom a record shows as harmed; where it says no parts, those in it with the ones who did it. */
export function listHarmed(one: DutyCase): readonly PupilKey[] {
  const harmed = [...one.roles].filter(([, role]) => role === 'harmed').map(([key]) => key);
  if (harmed.length > 0) return harmed;
  return [...one.roles]
    .filter(([key, role]) => role === 'unknown' && !one.actors.includes(key))
    .map(([key]) => key);
}
