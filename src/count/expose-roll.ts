import { countSchoolDays } from '../calendar/find-term.ts';
import type { SchoolCalendar } from '../calendar/school-calendar.ts';
import { compareText } from '../incident/compare-text.ts';
import type { Pupil, PupilKey } from '../incident/incident.ts';
import { isBehaviourIncident, type LabelledIncident } from '../incident/labelled-incident.ts';
import type { ReportPeriod } from '../incident/period.ts';
import type { RollEntry } from '../incident/roll.ts';
import { eachInvolvement, takePeriod } from './count-period.ts';
import { entryDates, isOnRoll, matchRoll } from './match-roll.ts';

/** What the comparison of groups is made from. */
export interface GroupInput {
  readonly labelled: readonly LabelledIncident[];
  readonly pupils: ReadonlyMap<PupilKey, Pupil>;
  readonly roll: readonly RollEntry[];
  readonly calendar: SchoolCalendar;
  readonly period: ReportPeriod;
}

/** One pupil on roll: school days of the period, and incidents, parts as harmed or witness left out. */
export interface PupilOnRoll {
  readonly entry: RollEntry;
  readonly days: number;
  count: number;
}

/**
 * Every pupil on roll on at least one school day of the period, with days and incidents of the kind asked for, and
 * how many pupils of the record are missing from the roll.
 */
export function exposeRoll(
  { labelled, pupils, roll, calendar, period }: GroupInput,
  isAsked: (each: LabelledIncident) => boolean = ({ incident }) => isBehaviourIncident(incident),
): { readonly onRoll: readonly PupilOnRoll[]; readonly notOnRoll: number } {
  const entries = roll.filter((entry) => isOnRoll(entry, period.from, period.to));
  const exposed = new Map<RollEntry, PupilOnRoll>();
  for (const entry of entries) {
    const [first, last] = entryDates(entry);
    const from = first > period.from ? first : period.from;
    const days = countSchoolDays(calendar, from, last < period.to ? last : period.to);
    if (days > 0) exposed.set(entry, { entry, days, count: 0 });
  }
  const matched = matchRoll(pupils.values(), [...exposed.keys()]);
  const missing = new Set<PupilKey>();
  for (const each of takePeriod(labelled, period)) {
    if (!isAsked(each)) continue;
    for (const { pupil, role } of eachInvolvement(each)) {
      const entry = matched.get(pupil);
      if (entry === undefined) missing.add(pupil);
      const place = entry === undefined ? undefined : exposed.get(entry);
      if (place !== undefined && role !== 'harmed' && role !== 'witness') place.count += 1;
    }
  }
  // By name, so that the order of the roll file cannot be seen in the shuffles.
  const nameOf = ({ entry }: PupilOnRoll): string => `${entry.name}|${entry.dateOfBirth}|${entry.upn}`;
  const onRoll = [...exposed.values()].sort((a, b) => compareText(nameOf(a), nameOf(b)));
  return { onRoll, notOnRoll: missing.size };
}
