import type { Classification, LabelStatus } from './classification.ts';
import type { Incident } from './incident.ts';

/** An incident with its labels. */
export interface LabelledIncident {
  readonly incident: Incident;
  readonly classification: Classification;
  /** Codes that count as given (status alleged or observed), sorted. */
  readonly codes: ReadonlySet<string>;
}

const GIVEN: ReadonlySet<LabelStatus> = new Set(['alleged', 'observed']);

/** Joins an incident and its classification, keeping only the codes whose status counts as given. */
export function labelIncident(incident: Incident, classification: Classification): LabelledIncident {
  const given = classification.labels.filter((label) => GIVEN.has(label.status)).map((label) => label.code);
  return { incident, classification, codes: new Set(given.sort()) };
}

/** Whether the record is counted as a behaviour incident by default (counting rules of the README). */
export function isBehaviourIncident(incident: Incident): boolean {
  return incident.kind === 'behaviour' || incident.kind === 'uncategorised';
}
