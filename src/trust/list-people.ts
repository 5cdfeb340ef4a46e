import type { Pupil, PupilKey } from '../incident/incident.ts';
import type { LabelledIncident } from '../incident/labelled-incident.ts';
import type { RollEntry } from '../incident/roll.ts';

/** Every name of a pupil or member of staff that a school's records and roll give, each once. */
export function listPeople({
  labelled,
  pupils,
  roll,
}: {
  readonly labelled: readonly LabelledIncident[];
  readonly pupils: ReadonlyMap<PupilKey, Pupil>;
  readonly roll: readonly RollEntry[] | null;
}): readonly string[] {
  return [
    ...new Set([
      ...[...pupils.values()].map(({ name }) => name),
      ...(roll ?? []).map(({ name }) => name),
      ...labelled.flatMap(({ incident }) => [incident.reportedBy ?? '', incident.assignedTo ?? '']),
    ]),
  ].filter((name) => name !== '');
}
