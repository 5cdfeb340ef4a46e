import type { IsoDate, PupilKey } from '../incident/incident.ts';
import { isBehaviourIncident, type LabelledIncident } from '../incident/labelled-incident.ts';
import type { DetectInput } from './detect-input.ts';
import { findActors } from './find-actors.ts';
import { numberNames } from './number-names.ts';
import { findDay, placeDays } from './place-days.ts';
import { placePupils } from './place-pupils.ts';
import type { DetectThresholds } from './read-thresholds.ts';
import type { DatedIncident, PlacedIncident, PupilEvent, SchoolRecord } from './school-record.ts';

/**
 * Builds the record that detectors work on, or null when no behaviour incident lies on the calendar.
 *
 * Incidents are put in order first (date, time, id), so that shuffling rows or splitting the file changes nothing.
 */
export function buildRecord(input: DetectInput, thresholds: DetectThresholds): SchoolRecord | null {
  const sorted = input.labelled
    .filter(({ incident }) => isBehaviourIncident(incident) && incident.date <= input.asAt)
    .toSorted(byDateTimeAndId);
  const first = sorted[0];
  const last = sorted.at(-1);
  if (first === undefined || last === undefined) return null;
  const { quiet_edge_days, max_days_from_school_day } = thresholds.record;
  const range = [first.incident.date, last.incident.date] as const;
  const table = placeDays(input.calendar, range, input.asAt, quiet_edge_days);
  if (table.days.length === 0) return null;
  const dated = dateIncidents(sorted, table.days, max_days_from_school_day);
  if (dated.length === 0) return null;
  const { pupils, indexOf, classes, yearGroups } = placePupils(input, table, dated);
  const categories = numberNames();
  const outermostNumber = new Map<string, number>();
  const numberOf = (path: string): number => {
    const known = outermostNumber.get(path);
    if (known !== undefined) return known;
    const number = categories.numberOf(outermost(path));
    outermostNumber.set(path, number);
    return number;
  };
  const events: PupilEvent[][] = pupils.map(() => []);
  const incidents = dated.map(({ source, day, actors, others }): PlacedIncident => {
    const placed = {
      source,
      day,
      categories: distinct(source.incident.categories.map(numberOf)),
      actors: actors.flatMap((key) => indexOf.get(key) ?? []),
      others: others.flatMap((key) => indexOf.get(key) ?? []),
    };
    for (const actor of placed.actors) events[actor]?.push({ day, incident: placed });
    return placed;
  });
  return {
    ...table,
    categories: categories.names,
    classes,
    yearGroups,
    pupils,
    events,
    incidents,
    unplaced: sorted.length - dated.length,
    hasRoll: input.roll.length > 0,
  };
}

function distinct(numbers: readonly number[]): readonly number[] {
  return numbers.length < 2 ? numbers : [...new Set(numbers)];
}

function outermost(path: string): string {
  return path.split(' > ', 1)[0] ?? path;
}

function byDateTimeAndId(one: LabelledIncident, other: LabelledIncident): number {
  return (
    compare(one.incident.date, other.incident.date) ||
    compare(one.incident.time ?? '', other.incident.time ?? '') ||
    compare(one.incident.key, other.incident.key)
  );
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

function dateIncidents(
  sorted: readonly LabelledIncident[],
  days: readonly IsoDate[],
  maxDays: number,
): readonly DatedIncident[] {
  const dated: DatedIncident[] = [];
  let [date, day] = ['', -1];
  for (const source of sorted) {
    // In order of date: each date is looked up once.
    if (source.incident.date !== date) {
      date = source.incident.date;
      day = findDay(days, date, maxDays);
    }
    if (day < 0) continue;
    const { actors, others } = findActors(source);
    dated.push({ source, day, actors: actors.map(keyOf), others: others.map(keyOf) });
  }
  return dated;
}

function keyOf(involvement: { readonly pupil: PupilKey }): PupilKey {
  return involvement.pupil;
}
