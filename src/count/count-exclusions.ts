import { statutoryYearOf } from '../calendar/statutory-terms.ts';
import type { IsoDate } from '../incident/incident.ts';
import { isBehaviourIncident, type LabelledIncident } from '../incident/labelled-incident.ts';
import type { ReportPeriod } from '../incident/period.ts';
import type {
  ExclusionCell,
  ExclusionCounts,
  ExclusionLength,
  ExclusionTurn,
} from '../incident/school-counts.ts';
import { compareText } from './count-by.ts';
import { eachInvolvement } from './count-period.ts';
import { findReason, REASON_NOT_STATED, readExclusionDays, saysPermanent } from './exclusion-reasons.ts';
import { nameKey } from './match-roll.ts';

const SUSPENSION = 'exclusion.suspension';
const PERMANENT = 'exclusion.permanent';

/** One row of a second system's list of exclusions. */
interface ListedExclusion {
  readonly name: string;
  readonly start: IsoDate;
  readonly days: number | null;
  readonly incidentId: string | null;
  readonly reason: string;
}

/** One exclusion before it is counted; `pupil` never leaves this file. */
interface OneExclusion {
  readonly type: 'suspension' | 'permanent';
  readonly pupil: string;
  readonly date: IsoDate;
  readonly days: number | null;
  readonly reason: string;
  readonly purpose: ExclusionCell['purpose'];
}

/**
 * Suspensions and permanent exclusions of a period: days, reasons and repeats, by counts alone. A second system's
 * list is used when there is one, since it is what the school has reported; else the labelled records. Which turn a
 * suspension is counts from 1 August, over all of the record.
 */
export function countExclusions(
  labelled: readonly LabelledIncident[],
  list: readonly ListedExclusion[] | null,
  period: Pick<ReportPeriod, 'from' | 'to'>,
): ExclusionCounts {
  const inPeriod = (date: IsoDate): boolean => period.from <= date && date <= period.to;
  const all = list === null ? readRecords(labelled) : readList(list, labelled);
  const placed = giveTurns(all).filter(({ one }) => inPeriod(one.date));
  const suspended = placed.filter(({ one }) => one.type === 'suspension');
  const times = new Map<string, number>();
  for (const { one } of suspended) times.set(one.pupil, (times.get(one.pupil) ?? 0) + 1);
  const known = suspended.flatMap(({ one }) => one.days ?? []);
  return {
    source: list === null ? 'records' : 'list',
    suspensions: suspended.length,
    permanent: placed.length - suspended.length,
    internal: labelled.filter(
      ({ incident, codes }) =>
        isBehaviourIncident(incident) && inPeriod(incident.date) && codes.has('exclusion.internal'),
    ).length,
    pupils: times.size,
    pupils_again: [...times.values()].filter((count) => count > 1).length,
    days: known.reduce((sum, days) => sum + days, 0),
    days_known: known.length,
    cells: gatherCells(placed),
  };
}

function readRecords(labelled: readonly LabelledIncident[]): OneExclusion[] {
  return labelled.flatMap((each) => {
    const { incident, codes } = each;
    if (!isBehaviourIncident(incident)) return [];
    const involved = eachInvolvement(each).filter(({ role }) => role !== 'harmed' && role !== 'witness');
    const subject = involved.find(({ origin }) => origin === 'row') ?? involved[0];
    const words = `${incident.action} ${incident.narrative}`;
    return ([SUSPENSION, PERMANENT] as const)
      .filter((code) => codes.has(code))
      .map((code) => ({
        type: code === SUSPENSION ? ('suspension' as const) : ('permanent' as const),
        pupil: subject?.pupil ?? incident.key,
        date: incident.date,
        days: code === SUSPENSION ? readExclusionDays(words) : null,
        ...giveReason('', codes),
      }));
  });
}

function readList(list: readonly ListedExclusion[], labelled: readonly LabelledIncident[]): OneExclusion[] {
  const byId = new Map(labelled.map(({ incident, codes }) => [incident.id, codes]));
  return list.map(({ name, start, days, incidentId, reason }) => ({
    type: saysPermanent(reason) ? 'permanent' : 'suspension',
    pupil: nameKey(name),
    date: start,
    days,
    ...giveReason(reason, byId.get(incidentId ?? '') ?? new Set()),
  }));
}

function giveReason(words: string, codes: ReadonlySet<string>): Pick<OneExclusion, 'reason' | 'purpose'> {
  const reason = findReason(words, codes);
  if (reason === null) return { reason: REASON_NOT_STATED, purpose: 'not_stated' };
  return { reason: reason.code, purpose: reason.harm ? 'harm' : 'no_harm_recorded' };
}

interface PlacedExclusion {
  readonly one: OneExclusion;
  readonly turn: ExclusionTurn;
}

function giveTurns(all: readonly OneExclusion[]): PlacedExclusion[] {
  const before = new Map<string, number>();
  return [...all]
    .sort((a, b) => compareText(a.date, b.date))
    .map((one) => {
      const key = `${statutoryYearOf(one.date).name}|${one.pupil}`;
      const nth = (before.get(key) ?? 0) + 1;
      before.set(key, nth);
      return { one, turn: nth === 1 ? 'first' : nth === 2 ? 'second' : 'third_or_later' };
    });
}

function lengthOf(days: number | null): ExclusionLength {
  if (days === null) return 'not_recorded';
  if (days <= 0.5) return 'half_day';
  if (days <= 1) return 'one';
  return days <= 5 ? 'two_to_five' : 'over_five';
}

/** Cells by their own words in order, so that the order of the records cannot be seen. */
function gatherCells(placed: readonly PlacedExclusion[]): ExclusionCell[] {
  const cells = new Map<string, ExclusionCell>();
  for (const { one, turn } of placed) {
    const { type, reason, purpose } = one;
    const length = lengthOf(one.days);
    const key = [type, reason, length, turn, purpose].join('|');
    cells.set(key, { type, reason, length, turn, purpose, count: (cells.get(key)?.count ?? 0) + 1 });
  }
  return [...cells].sort(([a], [b]) => compareText(a, b)).map(([, cell]) => cell);
}
