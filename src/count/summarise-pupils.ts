import type { PupilSummary } from '../incident/analysis.ts';
import { compareText } from '../incident/compare-text.ts';
import type { Involvement, IsoDate, Pupil, PupilKey } from '../incident/incident.ts';
import { isBehaviourIncident, type LabelledIncident } from '../incident/labelled-incident.ts';
import type { ReportPeriod } from '../incident/period.ts';
import type { RollEntry } from '../incident/roll.ts';
import { eachInvolvement, takePeriod } from './count-period.ts';
import { isOnRoll, matchRoll } from './match-roll.ts';

interface Gathered {
  incidents: number;
  harmed: number;
  last: IsoDate;
  contact: IsoDate | null;
  placed: Involvement;
}

/** What the rows are made from; `roll` is null when the school gave none. */
export interface PupilInput {
  readonly labelled: readonly LabelledIncident[];
  readonly pupils: ReadonlyMap<PupilKey, Pupil>;
  readonly roll: readonly RollEntry[] | null;
  readonly period: ReportPeriod;
  readonly previous: ReportPeriod | null;
  readonly lastYear: ReportPeriod | null;
}

/**
 * One row for each pupil in a behaviour incident of the period, by label. Class and year are those of the pupil's
 * latest row that gives them; of a pupil who is only linked to others' records, those of the roll. 'Parents told' is
 * what a record says, so none is not proof that nobody rang.
 */
export function summarisePupils(input: PupilInput): PupilSummary[] {
  const { labelled, pupils, roll, period, previous, lastYear } = input;
  const entries = (roll ?? []).filter((entry) => isOnRoll(entry, period.from, period.to));
  const onRoll = matchRoll(pupils.values(), entries);
  const now = gather(labelled, period);
  const before = previous === null ? null : gather(labelled, previous);
  const yearAgo = lastYear === null ? null : gather(labelled, lastYear);
  return [...now]
    .map(([pupil, row]) => ({
      pupil: pupils.get(pupil)?.label ?? pupil,
      year_group: row.placed.yearGroup ?? onRoll.get(pupil)?.yearGroup ?? null,
      class_name: row.placed.className ?? onRoll.get(pupil)?.className ?? null,
      incidents: row.incidents,
      harmed: row.harmed,
      previous: before === null ? null : (before.get(pupil)?.incidents ?? 0),
      last_year: yearAgo === null ? null : (yearAgo.get(pupil)?.incidents ?? 0),
      last_incident: row.last,
      last_parent_contact: row.contact,
    }))
    .sort((a, b) => compareText(a.pupil, b.pupil));
}

function gather(labelled: readonly LabelledIncident[], period: ReportPeriod): Map<PupilKey, Gathered> {
  const rows = new Map<PupilKey, Gathered>();
  for (const each of takePeriod(labelled, period)) {
    if (!isBehaviourIncident(each.incident)) continue;
    const { date } = each.incident;
    for (const involvement of eachInvolvement(each)) {
      const row = rows.get(involvement.pupil) ?? openRow(involvement, date);
      rows.set(involvement.pupil, row);
      if (involvement.role === 'harmed') row.harmed += 1;
      else if (involvement.role !== 'witness') row.incidents += 1;
      if (date >= row.last && involvement.className !== null) row.placed = involvement;
      if (row.placed.className === null && involvement.yearGroup !== null) row.placed = involvement;
      if (date > row.last) row.last = date;
      if (each.codes.has('response.parent_contact') && (row.contact ?? '') < date) row.contact = date;
    }
  }
  return rows;
}

function openRow(placed: Involvement, last: IsoDate): Gathered {
  return { incidents: 0, harmed: 0, last, contact: null, placed };
}
