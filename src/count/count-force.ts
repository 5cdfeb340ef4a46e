import type { PupilKey } from '../incident/incident.ts';
import { isBehaviourIncident, type LabelledIncident } from '../incident/labelled-incident.ts';
import { listHeld } from '../incident/list-actors.ts';
import type { ReportPeriod } from '../incident/period.ts';
import type { ForceCounts } from '../incident/school-counts.ts';
import { takePeriod } from './count-period.ts';

const FORCE = 'positive_handling';

/** Uses of force in the period, with what governors and trusts ask of each: repeats, prompt recording, parents. */
export function countForce(
  labelled: readonly LabelledIncident[],
  period: Pick<ReportPeriod, 'from' | 'to'>,
): ForceCounts {
  const cases = takePeriod(labelled, period).filter(
    ({ incident, codes }) => isBehaviourIncident(incident) && codes.has(FORCE),
  );
  const times = new Map<PupilKey, number>();
  for (const each of cases) {
    for (const pupil of listHeld(each)) times.set(pupil, (times.get(pupil) ?? 0) + 1);
  }
  const dated = cases.filter(({ incident }) => incident.recordedDate !== null);
  return {
    incidents: cases.length,
    pupils: times.size,
    pupils_again: [...times.values()].filter((count) => count > 1).length,
    with_recorded_date: dated.length,
    same_day: dated.filter(({ incident }) => (incident.recordedDate ?? '') <= incident.date).length,
    parents_told: cases.filter(({ codes }) => codes.has('response.parent_contact')).length,
  };
}
