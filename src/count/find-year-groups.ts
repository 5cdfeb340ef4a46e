import type { Pupil, PupilKey } from '../incident/incident.ts';
import type { LabelledIncident } from '../incident/labelled-incident.ts';
import type { ReportPeriod } from '../incident/period.ts';
import type { RollEntry } from '../incident/roll.ts';
import { takePeriod } from './count-period.ts';
import { isOnRoll, matchRoll } from './match-roll.ts';

/**
 * The year group of each pupil in a period, for rows that do not say: from the roll, else from the pupil's latest
 * own row in the period. Pupils named only as linked have no year in most exports.
 */
export function findYearGroups(
  labelled: readonly LabelledIncident[],
  pupils: ReadonlyMap<PupilKey, Pupil>,
  roll: readonly RollEntry[] | null,
  period: ReportPeriod,
): Map<PupilKey, string> {
  const years = new Map<PupilKey, string>();
  const latest = new Map<PupilKey, string>();
  for (const { incident } of takePeriod(labelled, period)) {
    for (const { pupil, yearGroup } of incident.involvements) {
      const known = latest.get(pupil);
      if (yearGroup === null || (known !== undefined && known > incident.date)) continue;
      latest.set(pupil, incident.date);
      years.set(pupil, yearGroup);
    }
  }
  const entries = (roll ?? []).filter((entry) => isOnRoll(entry, period.from, period.to));
  for (const [pupil, { yearGroup }] of matchRoll(pupils.values(), entries)) {
    if (yearGroup !== null) years.set(pupil, yearGroup);
  }
  return years;
}
