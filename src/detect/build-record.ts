import { findSchoolDay } from '../calendar/find-school-day.ts';
import { compareText } from '../incident/compare-text.ts';
import type { IsoDate } from '../incident/incident.ts';
import { isBehaviourIncident, type LabelledIncident } from '../incident/labelled-incident.ts';
import type { DetectInput } from './detect-input.ts';
import { findActors } from './find-actors.ts';
import { numberNames } from './number-names.ts';
import { placeDays } from './place-days.ts';
import { placePupils } from './place-pupils.ts';
import type { DetectThresholds } from './read-thresholds.ts';
import type { PlacedIncident, SchoolRecord } from './school-record.ts';

/**
 * Builds the record that detectors work on, or null when no behaviour incident lies on the calendar.
 *
 * Incidents are put in order first (date, time, id), so that shuffling rows or splitting the file changes nothing.
 */
export function buildRecord(input: DetectInput, thresholds: DetectThresholds): SchoolRecord | null {
  const sorted = sortBehaviour(input);
  const first = sorted[0];
  const last = sorted.at(-1);
  if (first === undefined || last === undefined) return null;
  const { quiet_edge_days, max_days_from_school_day } = thresholds.record;
  const range = [first.incident.date, last.incident.date] as const;
  const table = placeDays(input.calendar, range, input.asAt, quiet_edge_days);
  if (table.days.length === 0) return null;
  const placing = placePupils(input, table);
  const { names: categories, numberAll } = numberCategories();
  const incidents: PlacedIncident[] = [];
  const events: PlacedIncident[][] = [];
  for (const [source, day] of withDays(sorted, table.days, max_days_from_school_day)) {
    const { actors, others } = findActors(source);
    const incident = {
      source,
      day,
      categories: numberAll(source.incident.categories),
      actors: actors.map((one) => placing.place(one, day)),
      others: others.map((one) => placing.place(one, day)),
    };
    incidents.push(incident);
    for (const actor of incident.actors) {
      const known = events[actor];
      if (known !== undefined) known.push(incident);
      else {
        // Others come in between who are no actors themselves.
        while (events.length < actor) events.push([]);
        events[actor] = [incident];
      }
    }
  }
  if (incidents.length === 0) return null;
  const { pupils, classes, yearGroups } = placing.finish();
  while (events.length < pupils.length) events.push([]);
  return {
    ...table,
    categories,
    classes,
    yearGroups,
    pupils,
    events,
    incidents,
    unplaced: sorted.length - incidents.length,
    hasRoll: input.roll.length > 0,
  };
}

function sortBehaviour({ labelled, asAt }: DetectInput): readonly LabelledIncident[] {
  const kept: LabelledIncident[] = [];
  let inOrder = true;
  for (const one of labelled) {
    if (!isBehaviourIncident(one.incident) || one.incident.date > asAt) continue;
    const before = kept.at(-1);
    if (before !== undefined && byDateTimeAndId(before, one) > 0) inOrder = false;
    kept.push(one);
  }
  return inOrder ? kept : kept.sort(byDateTimeAndId);
}

function byDateTimeAndId(one: LabelledIncident, other: LabelledIncident): number {
  return (
    compareText(one.incident.date, other.incident.date) ||
    compareText(one.incident.time ?? '', other.incident.time ?? '') ||
    compareText(one.incident.key, other.incident.key)
  );
}

/** Each incident near enough to a school day, with that day. */
function* withDays(
  sorted: readonly LabelledIncident[],
  days: readonly IsoDate[],
  maxDays: number,
): Generator<readonly [LabelledIncident, number]> {
  let [date, day] = ['', -1];
  for (const source of sorted) {
    // In order of date: each date is looked up once.
    if (source.incident.date !== date) {
      date = source.incident.date;
      day = findSchoolDay(days, date, maxDays);
    }
    if (day >= 0) yield [source, day];
  }
}

/** Numbers the outermost categories of incidents, each once; incidents of the same categories share one list. */
function numberCategories(): {
  readonly names: readonly string[];
  readonly numberAll: (paths: readonly string[]) => readonly number[];
} {
  const { names, numberOf } = numberNames();
  const single = new Map<string, readonly number[]>();
  const numberAll = (paths: readonly string[]): readonly number[] => {
    const only = paths.length === 1 ? paths[0] : undefined;
    if (only === undefined) return [...new Set(paths.map((path) => numberOf(outermost(path))))];
    const known = single.get(only);
    if (known !== undefined) return known;
    const list = [numberOf(outermost(only))];
    single.set(only, list);
    return list;
  };
  return { names, numberAll };
}

function outermost(path: string): string {
  return path.split(' > ', 1)[0] ?? path;
}
