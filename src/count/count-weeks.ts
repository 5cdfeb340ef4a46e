import { listSchoolWeeks } from '../calendar/find-term.ts';
import { addDays, mondayOf } from '../calendar/iso-date.ts';
import type { SchoolCalendar } from '../calendar/school-calendar.ts';
import type { WeekCount } from '../incident/analysis.ts';
import type { IsoDate } from '../incident/incident.ts';
import { isBehaviourIncident, type LabelledIncident } from '../incident/labelled-incident.ts';
import type { RollEntry } from '../incident/roll.ts';
import { dispersionFromDifferences } from '../statistics/dispersion-from-differences.ts';
import { outermostCategories } from './count-period.ts';
import { isMeasured, readHeadlineMeasures } from './headline-measures.ts';
import { countOnRoll } from './match-roll.ts';

/**
 * School weeks of the record, oldest first: only weeks with a school day, and only from the first record to the
 * last, so that a week nobody has typed up yet is not drawn as a quiet one. Incidents dated in a holiday belong to
 * no school week and are not here.
 */
export function countWeeks(
  labelled: readonly LabelledIncident[],
  calendar: SchoolCalendar,
  dataRange: readonly [IsoDate, IsoDate],
  roll: readonly RollEntry[] | null,
): WeekCount[] {
  const counts = new Map<IsoDate, { incidents: number; suspensions: number; positives: number }>();
  for (const { incident, codes } of labelled) {
    const week = mondayOf(incident.date);
    const row = counts.get(week) ?? { incidents: 0, suspensions: 0, positives: 0 };
    counts.set(week, row);
    if (incident.kind === 'positive') row.positives += 1;
    if (!isBehaviourIncident(incident)) continue;
    row.incidents += 1;
    if (codes.has('exclusion.suspension')) row.suspensions += 1;
  }
  return listSchoolWeeks(calendar, dataRange[0], dataRange[1]).map(({ week, term, schoolDays }) => ({
    week,
    term,
    school_days: schoolDays,
    ...(counts.get(week) ?? { incidents: 0, suspensions: 0, positives: 0 }),
    roll: roll === null ? null : countOnRoll(roll, week, addDays(week, 4)),
  }));
}

/**
 * How much more each headline measure jumps from week to week than chance alone would have it, by code, floored
 * at 1. Built on differences of neighbouring weeks, so that a lasting change is not taken for noise.
 */
export function measureDispersion(
  labelled: readonly LabelledIncident[],
  weeks: readonly Pick<WeekCount, 'week' | 'school_days'>[],
): Map<string, number> {
  const measures = readHeadlineMeasures();
  return spreadByWeek(labelled, weeks, (each) =>
    measures.filter((measure) => isMeasured(measure, each)).map(({ code }) => code),
  );
}

/** The same for each recorded category (outermost level) of behaviour incidents. */
export function categoryDispersion(
  labelled: readonly LabelledIncident[],
  weeks: readonly Pick<WeekCount, 'week' | 'school_days'>[],
): Map<string, number> {
  return spreadByWeek(labelled, weeks, ({ incident }) =>
    isBehaviourIncident(incident) ? outermostCategories(incident.categories) : [],
  );
}

function spreadByWeek(
  labelled: readonly LabelledIncident[],
  weeks: readonly Pick<WeekCount, 'week' | 'school_days'>[],
  keysOf: (each: LabelledIncident) => readonly string[],
): Map<string, number> {
  const days = weeks.reduce((sum, week) => sum + week.school_days, 0);
  const place = new Map(weeks.map(({ week }, index) => [week, index]));
  const series = new Map<string, number[]>();
  for (const each of labelled) {
    const index = place.get(mondayOf(each.incident.date));
    if (index === undefined) continue;
    for (const key of keysOf(each)) {
      const counts = series.get(key) ?? weeks.map(() => 0);
      series.set(key, counts);
      counts[index] = (counts[index] ?? 0) + 1;
    }
  }
  return new Map(
    [...series].map(([key, counts]) => {
      const total = counts.reduce((sum, count) => sum + count, 0);
      const expected = weeks.map(({ school_days }) => (total * school_days) / days);
      return [key, Math.max(1, dispersionFromDifferences(counts, expected) ?? 1)];
    }),
  );
}
