import type { SchoolCalendar } from '../calendar/school-calendar.ts';
import type { Incident, Pupil, PupilKey } from '../incident/incident.ts';
import type { DutyRule } from '../policy/duty-rule.ts';
import type { PolicyProfile } from '../policy/policy-profile.ts';
import type { Act } from './act.ts';
import { buildActionReader } from './build-action-reader.ts';
import { listAskedCodes } from './list-asked-codes.ts';

/** Checks that look at the record's cells alone and need no word of it read. */
export const WORDLESS: ReadonlySet<DutyRule['check']> = new Set([
  'recorded_same_day',
  'tagged_together',
  'subtype_named',
  'mapped_category',
]);

/** Records read in one go, before others (the helping threads' answers) have their turn. */
const AT_ONCE = 64;

/** The person a record is assigned to was told of it: read like the words of an action. */
function withAssigned(incident: Incident): Incident {
  if (incident.assignedTo === null) return incident;
  return { ...incident, action: `${incident.action}\n${incident.assignedTo} tagged` };
}

/** Makes the function that reads what was done, when and towards whom from a record, as far as a profile asks. */
export function createActsReader(
  pupils: ReadonlyMap<PupilKey, Pupil>,
  calendar: SchoolCalendar,
  profile: PolicyProfile,
): (incident: Incident) => readonly Act[] {
  if (profile.duties.every(({ check }) => WORDLESS.has(check))) return () => [];
  const read = buildActionReader(calendar, listAskedCodes(profile));
  return (incident) => read(withAssigned(incident), pupils);
}

/**
 * Reads the acts of all records, in their order. It needs no labels, so it can go on while others are found: it gives
 * way to other work again and again.
 */
export async function readActs(
  incidents: readonly Incident[],
  ...about: Parameters<typeof createActsReader>
): Promise<readonly (readonly Act[])[]> {
  const read = createActsReader(...about);
  const acts: (readonly Act[])[] = [];
  for (const incident of incidents) {
    acts.push(read(incident));
    if (acts.length % AT_ONCE === 0) await new Promise<void>((resolve) => setImmediate(resolve));
  }
  return acts;
}
