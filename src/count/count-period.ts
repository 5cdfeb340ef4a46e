import { weekdayOf } from '../calendar/iso-date.ts';
import type { PeriodCounts } from '../incident/analysis.ts';
import type { IncidentKind, Involvement, PupilKey } from '../incident/incident.ts';
import { isBehaviourIncident, type LabelledIncident } from '../incident/labelled-incident.ts';
import type { DayPeriod, ReportPeriod } from '../incident/period.ts';
import { WEEKDAYS } from '../incident/weekdays.ts';
import { readTaxonomy } from '../policy/taxonomy.ts';
import { pivotTable } from '../table/pivot-table.ts';
import { countBy } from './count-by.ts';
import { countKeys } from './count-keys.ts';
import { daySlotOf, orderDaySlots } from './day-slot.ts';

/** Key of a breakdown for records that do not say. */
export const NOT_RECORDED = 'Not recorded';

const KINDS: readonly IncidentKind[] = ['behaviour', 'positive', 'safeguarding', 'accident', 'uncategorised'];

/** Records whose incident happened in the period, both ends included. */
export function takePeriod(
  labelled: readonly LabelledIncident[],
  period: Pick<ReportPeriod, 'from' | 'to'>,
): LabelledIncident[] {
  return labelled.filter(({ incident }) => period.from <= incident.date && incident.date <= period.to);
}

/**
 * Counts one period: by the date it happened, an incident once however many pupils it names. Only behaviour
 * incidents are counted, but for `records`, which says how many records of each kind there were. `yearOf` gives the
 * year group of pupils whose own row does not say, such as pupils named as linked.
 */
export async function countPeriod(
  labelled: readonly LabelledIncident[],
  period: ReportPeriod,
  dayPeriods: readonly DayPeriod[],
  yearOf: ReadonlyMap<PupilKey, string> = new Map(),
): Promise<PeriodCounts> {
  const records = takePeriod(labelled, period);
  const behaviour = records.filter(({ incident }) => isBehaviourIncident(incident));
  const incidents = behaviour.map(({ incident }) => incident);
  const involvements = behaviour.flatMap(eachInvolvement);
  const years = involvements.map(({ pupil, yearGroup }) => ({
    pupil,
    year: yearGroup ?? yearOf.get(pupil) ?? NOT_RECORDED,
  }));
  return {
    incidents: behaviour.length,
    involvements: involvements.length,
    pupils: new Set(involvements.map(({ pupil }) => pupil)).size,
    school_days: period.schoolDays,
    records: countKinds(records),
    labels: countLabels(behaviour),
    families: countFamilies(behaviour),
    categories: await countKeys(incidents.flatMap((incident) => outermostCategories(incident.categories))),
    places: await countKeys(incidents.map(({ location }) => location ?? NOT_RECORDED)),
    weekday_period: await countWeekdayPeriods(behaviour, dayPeriods),
    year_groups: await countKeys(years.map(({ year }) => year)),
    year_group_pupils: await countKeys(listOnce(years).map(({ year }) => year)),
    harmed_or_witness: involvements.filter(({ role }) => role === 'harmed' || role === 'witness').length,
    bands: countBands(involvements),
  };
}

interface PupilYear {
  readonly pupil: PupilKey;
  readonly year: string;
}

/** Each pupil once in each year group that the records give. */
function listOnce(years: readonly PupilYear[]): PupilYear[] {
  const seen = new Set<string>();
  return years.filter(({ pupil, year }) => {
    const key = JSON.stringify([pupil, year]);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** Every pupil of an incident once, with the role the narrative gives where the export itself gives none. */
export function eachInvolvement({ incident, classification }: LabelledIncident): Involvement[] {
  const seen = new Map<string, Involvement>();
  for (const involvement of incident.involvements) {
    if (seen.has(involvement.pupil)) continue;
    const told = classification.roles.get(involvement.pupil) ?? 'unknown';
    seen.set(
      involvement.pupil,
      involvement.role === 'unknown' ? { ...involvement, role: told } : involvement,
    );
  }
  return [...seen.values()];
}

function countKinds(records: readonly LabelledIncident[]): Record<IncidentKind, number> {
  const counted = countBy(records.map(({ incident }) => incident.kind));
  return Object.fromEntries(KINDS.map((kind) => [kind, counted[kind] ?? 0])) as Record<IncidentKind, number>;
}

function countLabels(behaviour: readonly LabelledIncident[]): Record<string, number> {
  const counted = countBy(behaviour.flatMap(({ codes }) => [...codes]));
  return Object.fromEntries(readTaxonomy().labels.map(({ code }) => [code, counted[code] ?? 0]));
}

function countFamilies(behaviour: readonly LabelledIncident[]): Record<string, number> {
  const family = new Map(readTaxonomy().labels.map((label) => [label.code, label.family]));
  const counted = countBy(
    behaviour.flatMap(({ codes }) => [...new Set([...codes].map((code) => family.get(code) ?? 'other'))]),
  );
  return Object.fromEntries([...new Set(family.values())].map((name) => [name, counted[name] ?? 0]));
}

/** The outermost level of each category path, each once; `Not recorded` when there is none. */
export function outermostCategories(paths: readonly string[]): string[] {
  const outermost = paths.map((path) => (path.split(' > ')[0] ?? '').trim()).filter((name) => name !== '');
  return outermost.length === 0 ? [NOT_RECORDED] : [...new Set(outermost)];
}

async function countWeekdayPeriods(
  behaviour: readonly LabelledIncident[],
  dayPeriods: readonly DayPeriod[],
): Promise<Record<string, Record<string, number>>> {
  const rows = behaviour.map(({ incident }) => ({
    day: WEEKDAYS[weekdayOf(incident.date) - 1] ?? 'Monday',
    slot: daySlotOf(incident, dayPeriods),
  }));
  const met = new Set(rows.map(({ day }) => day));
  const slots = [...dayPeriods.map(({ name }) => name), ...rows.map(({ slot }) => slot)];
  const { across, rows: days } = await pivotTable(rows, {
    down: 'day',
    across: 'slot',
    downKeys: WEEKDAYS.filter((day, index) => index < 5 || met.has(day)),
    acrossKeys: orderDaySlots(slots, dayPeriods),
  });
  return Object.fromEntries(
    days.map(({ key, cells }) => [
      String(key),
      Object.fromEntries(across.map((slot, i) => [String(slot), cells[i] ?? 0])),
    ]),
  );
}

function countBands(involvements: readonly Involvement[]): PeriodCounts['bands'] {
  const perPupil = countBy(
    involvements.filter(({ role }) => role !== 'harmed' && role !== 'witness').map(({ pupil }) => pupil),
  );
  const band = (low: number, high: number) => {
    const counts = Object.values(perPupil).filter((count) => low <= count && count <= high);
    return { pupils: counts.length, involvements: counts.reduce((sum, count) => sum + count, 0) };
  };
  return { one: band(1, 1), two_to_five: band(2, 5), six_or_more: band(6, Number.POSITIVE_INFINITY) };
}
