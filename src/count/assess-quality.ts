import { countSchoolDays, listSchoolDays } from '../calendar/find-term.ts';
import { addDays } from '../calendar/iso-date.ts';
import type { SchoolCalendar } from '../calendar/school-calendar.ts';
import type { DataQuality } from '../incident/analysis.ts';
import { compareText } from '../incident/compare-text.ts';
import type { FileAudit } from '../incident/import-audit.ts';
import type { Incident, IsoDate } from '../incident/incident.ts';
import { isBehaviourIncident, type LabelledIncident } from '../incident/labelled-incident.ts';
import type { ReportPeriod } from '../incident/period.ts';
import { takePeriod } from './count-period.ts';

/**
 * How complete and how prompt the records of a period are: what a reader must know before believing a table.
 * Lateness counts school days, so that Friday's incident entered on Monday is one day late, not three.
 */
export function assessQuality(
  labelled: readonly LabelledIncident[],
  calendar: SchoolCalendar,
  period: ReportPeriod,
  audits: readonly FileAudit[],
  pupilsNotOnRoll: number | null,
): DataQuality {
  const records = takePeriod(labelled, period);
  const behaviour = records.filter(({ incident }) => isBehaviourIncident(incident));
  const count = (holds: (incident: Incident) => boolean): number =>
    behaviour.reduce((sum, { incident }) => sum + (holds(incident) ? 1 : 0), 0);
  const days = listSchoolDays(calendar, period.from, period.to);
  const daysWithEntries = new Set(records.map(({ incident }) => incident.date));
  return {
    incidents: behaviour.length,
    with_time: count(({ time }) => time !== null),
    with_place: count(({ location }) => location !== null),
    with_category: count(({ categories }) => categories.length > 0),
    with_narrative: count(({ narrative }) => narrative.trim() !== ''),
    with_action: count(({ action }) => action.trim() !== ''),
    with_recorded_date: count(({ recordedDate }) => recordedDate !== null),
    same_day: count(({ recordedDate, date }) => recordedDate !== null && recordedDate <= date),
    late: count((incident) => isLate(incident, calendar)),
    school_days: days.length,
    days_without_entries: days.filter((day) => !daysWithEntries.has(day)).length,
    longest_gap: findLongestGap(days, daysWithEntries),
    unmapped_categories: mergeUnmapped(audits),
    to_review: behaviour.filter(({ classification }) => classification.review.length > 0).length,
    pupils_not_on_roll: pupilsNotOnRoll,
  };
}

/** Fewer quiet school days in a row than this are not worth a word. */
const MIN_GAP = 5;

function findLongestGap(
  days: readonly IsoDate[],
  withEntries: ReadonlySet<IsoDate>,
): DataQuality['longest_gap'] {
  let best: readonly IsoDate[] = [];
  let run: IsoDate[] = [];
  for (const day of days) {
    run = withEntries.has(day) ? [] : [...run, day];
    if (run.length > best.length) best = run;
  }
  const [from, to] = [best[0], best.at(-1)];
  return from === undefined || to === undefined || best.length < MIN_GAP
    ? null
    : { from, to, school_days: best.length };
}

function isLate({ date, recordedDate }: Incident, calendar: SchoolCalendar): boolean {
  return recordedDate !== null && countSchoolDays(calendar, addDays(date, 1), recordedDate) > 1;
}

function mergeUnmapped(audits: readonly FileAudit[]): Record<string, number> {
  const merged = new Map<string, number>();
  for (const { unmappedCategories } of audits)
    for (const [category, count] of Object.entries(unmappedCategories))
      merged.set(category, (merged.get(category) ?? 0) + count);
  return Object.fromEntries([...merged].sort(([a, x], [b, y]) => y - x || compareText(a, b)));
}
