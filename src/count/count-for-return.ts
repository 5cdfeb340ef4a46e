import type { SchoolCalendar } from '../calendar/school-calendar.ts';
import type { IsoDate, Pupil, PupilKey } from '../incident/incident.ts';
import { isBehaviourIncident, type LabelledIncident } from '../incident/labelled-incident.ts';
import type { ReportPeriod } from '../incident/period.ts';
import type { RollEntry } from '../incident/roll.ts';
import type { ReturnCounts } from '../incident/school-counts.ts';
import type { CategoryMap } from '../policy/category-map.ts';
import { countExclusions } from './count-exclusions.ts';
import { countForce } from './count-force.ts';
import { countHalfTerms } from './count-half-terms.ts';
import { takePeriod } from './count-period.ts';
import { countWeeks, measureDispersion } from './count-weeks.ts';
import { readHeadlineMeasures } from './headline-measures.ts';
import { measureClustering } from './measure-clustering.ts';
import { measureGroups } from './measure-groups.ts';

/** What the counts of a return are made from; `roll` and `exclusions` are null when the school gave none. */
export interface ReturnInput {
  readonly labelled: readonly LabelledIncident[];
  readonly pupils: ReadonlyMap<PupilKey, Pupil>;
  readonly calendar: SchoolCalendar;
  readonly period: ReportPeriod;
  readonly dataRange: readonly [IsoDate, IsoDate];
  readonly roll: readonly RollEntry[] | null;
  readonly exclusions: Parameters<typeof countExclusions>[1];
  readonly categoryMap: CategoryMap;
}

/** Counts that a trust needs of a school beside its analysis: no pupil, no word of a record. */
export function countForReturn(input: ReturnInput): ReturnCounts {
  const { labelled, calendar, period, dataRange, roll } = input;
  const exposed = roll === null ? null : { ...input, roll };
  const measured = exposed === null ? null : measureClustering(exposed);
  const weeks = countWeeks(labelled, calendar, dataRange, null);
  const dispersion = measureDispersion(labelled, weeks);
  return {
    pupil_days: measured?.pupilDays ?? null,
    clustering: measured?.clustering ?? {},
    dispersion: Object.fromEntries(
      readHeadlineMeasures().map(({ code }) => [code, Math.max(1, dispersion.get(code) ?? 1)]),
    ),
    half_terms: countHalfTerms(labelled, calendar, dataRange),
    groups: exposed === null ? [] : measureGroups(exposed),
    exclusions: countExclusions(labelled, input.exclusions, input.pupils, period, calendar),
    force: countForce(labelled, period),
    unmapped_incidents: takePeriod(labelled, period).filter(
      ({ incident }) =>
        isBehaviourIncident(incident) &&
        incident.categories.length > 0 &&
        incident.categories.every((path) => input.categoryMap.find(path) === null),
    ).length,
  };
}
