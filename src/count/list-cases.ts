import { addDays } from '../calendar/iso-date.ts';
import { compareText } from '../incident/compare-text.ts';
import type { Incident, Involvement, IsoDate, Pupil, PupilKey, PupilRole } from '../incident/incident.ts';
import { isBehaviourIncident, type LabelledIncident } from '../incident/labelled-incident.ts';
import type { DayPeriod, ReportPeriod } from '../incident/period.ts';
import type { RecordedCase } from '../incident/recorded-case.ts';
import { readTaxonomy } from '../policy/taxonomy.ts';
import { eachInvolvement, outermostCategories } from './count-period.ts';
import { daySlotOf } from './day-slot.ts';

/** Days looked back for an earlier case with the same pupil. */
const LOOK_BACK = 365;

/** What a list of cases is made from; `mask` hides slurs in the words of a record. */
export interface CaseInput {
  readonly labelled: readonly LabelledIncident[];
  readonly pupils: ReadonlyMap<PupilKey, Pupil>;
  readonly period: Pick<ReportPeriod, 'from' | 'to'>;
  /** Labels of which a case has at least one; null for every behaviour incident. */
  readonly codes: readonly string[] | null;
  readonly dayPeriods: readonly DayPeriod[];
  readonly mask: (text: string) => string;
  /** The day on which the words of an action say that the case was closed. */
  readonly closedOn?: (incident: Pick<Incident, 'action' | 'date'>) => IsoDate | null;
}

/**
 * The behaviour incidents of the period with one of these codes, oldest first: the same incidents that are counted
 * under them, so a list is as long as its number says. A part is told only where the record tells it.
 */
export function listCases(input: CaseInput): RecordedCase[] {
  const { labelled, period, codes } = input;
  const all = labelled
    .filter(
      (each) =>
        isBehaviourIncident(each.incident) && (codes === null || codes.some((code) => each.codes.has(code))),
    )
    .sort(
      (a, b) => compareText(a.incident.date, b.incident.date) || compareText(a.incident.id, b.incident.id),
    );
  return all
    .filter(({ incident }) => period.from <= incident.date && incident.date <= period.to)
    .map((each) => describeCase(each, all, input));
}

function describeCase(
  each: LabelledIncident,
  all: readonly LabelledIncident[],
  { pupils, codes, mask, dayPeriods, closedOn = () => null }: CaseInput,
): RecordedCase {
  const { incident, classification } = each;
  const involvements = eachInvolvement(each);
  const named = (role: PupilRole): string[] =>
    involvements.filter((one) => one.role === role).map(({ pupil }) => pupils.get(pupil)?.label ?? pupil);
  return {
    incident_id: incident.id,
    date: incident.date,
    recorded_date: incident.recordedDate,
    place: incident.location,
    slot: daySlotOf(incident, dayPeriods),
    categories: outermostCategories(incident.categories),
    codes: nameCodes(each.codes),
    narrative: mask(incident.narrative),
    action: mask(incident.action),
    status: incident.status,
    closed_on: closedOn(incident),
    harmed: named('harmed'),
    harming: named('harming'),
    witnesses: named('witness'),
    named: named('unknown'),
    parents_told: each.codes.has('response.parent_contact'),
    earlier: codes === null ? [] : findEarlier(each, involvements, all),
    responses: readTaxonomy()
      .labels.filter(({ code, family }) => family === 'response' && each.codes.has(code))
      .map(({ title }) => title),
    to_review: classification.review.some(
      ({ code }) => code !== null && (codes === null || codes.includes(code)),
    ),
  };
}

/** What a record is about, each thing once: bullying of a kind is bullying too, and need not say so. */
function nameCodes(given: ReadonlySet<string>): string[] {
  const labels = readTaxonomy().labels.filter(({ code }) => given.has(code));
  const implied = new Set(labels.flatMap(({ implies }) => implies));
  return labels
    .filter(({ code, family }) => family !== 'response' && !implied.has(code))
    .map(({ code }) => code);
}

function findEarlier(
  { incident }: LabelledIncident,
  involvements: readonly Involvement[],
  all: readonly LabelledIncident[],
): string[] {
  const parts = new Set(involvements.filter(({ role }) => role !== 'witness').map(partOf));
  const since = addDays(incident.date, -LOOK_BACK);
  return all
    .filter((other) => other.incident.date >= since && isBefore(other, incident))
    .filter((other) => eachInvolvement(other).some((one) => parts.has(partOf(one))))
    .map((other) => other.incident.id);
}

function isBefore(other: LabelledIncident, { date, id }: LabelledIncident['incident']): boolean {
  return (compareText(other.incident.date, date) || compareText(other.incident.id, id)) < 0;
}

/** Harmed is one part; having done it and not being said to have are the other, since records often say neither. */
function partOf({ pupil, role }: Involvement): string {
  return `${pupil}|${role === 'harmed' ? 'harmed' : role === 'witness' ? 'witness' : 'other'}`;
}
