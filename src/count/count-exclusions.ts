import type { SchoolCalendar } from '../calendar/school-calendar.ts';
import { statutoryYearOf } from '../calendar/statutory-terms.ts';
import { compareText } from '../incident/compare-text.ts';
import type { ListedExclusion } from '../incident/exclusion-list.ts';
import type { Pupil, PupilKey } from '../incident/incident.ts';
import type { LabelledIncident } from '../incident/labelled-incident.ts';
import type { ReportPeriod } from '../incident/period.ts';
import type {
  ExclusionCell,
  ExclusionCounts,
  ExclusionLength,
  ExclusionTurn,
} from '../incident/school-counts.ts';
import { readExclusionReasons } from '../policy/exclusion-reasons.ts';
import {
  type OneExclusion,
  readListedExclusions,
  readRecordedExclusions,
} from '../policy/read-exclusions.ts';

/** Reason of an exclusion that nothing tells. */
const REASON_NOT_STATED = 'not_stated';

/**
 * Suspensions and permanent exclusions of a period: days, reasons and repeats, by counts alone. A second system's
 * list is used when there is one, since it is what the school has reported; else the labelled records. Which turn a
 * suspension is counts from 1 August, over all of the record.
 */
export function countExclusions(
  labelled: readonly LabelledIncident[],
  list: readonly ListedExclusion[] | null,
  pupils: ReadonlyMap<PupilKey, Pupil>,
  period: Pick<ReportPeriod, 'from' | 'to'>,
  calendar: SchoolCalendar,
): ExclusionCounts {
  const inPeriod = ({ date }: OneExclusion): boolean => period.from <= date && date <= period.to;
  const recorded = readRecordedExclusions(labelled, pupils, calendar);
  const all = list === null ? recorded : readListedExclusions(list, labelled, pupils);
  const placed = giveTurns(all.filter(({ kind }) => kind !== 'internal')).filter(({ one }) => inPeriod(one));
  const suspended = placed.filter(({ one }) => one.kind === 'suspension');
  const times = new Map<string, number>();
  for (const { key } of suspended.flatMap(({ one }) => one.pupils)) times.set(key, (times.get(key) ?? 0) + 1);
  const known = suspended.flatMap(({ one }) => one.days ?? []);
  return {
    source: list === null ? 'records' : 'list',
    suspensions: suspended.length,
    permanent: placed.length - suspended.length,
    internal: recorded.filter((one) => one.kind === 'internal' && inPeriod(one)).length,
    pupils: times.size,
    pupils_again: [...times.values()].filter((count) => count > 1).length,
    days: known.reduce((sum, days) => sum + days, 0),
    days_known: known.length,
    cells: gatherCells(placed),
  };
}

function giveReason({ reasons: [main = REASON_NOT_STATED, ...rest] }: OneExclusion): Reason {
  if (main === REASON_NOT_STATED) return { reason: main, purpose: 'not_stated' };
  const given = readExclusionReasons().filter(({ code }) => code === main || rest.includes(code));
  return { reason: main, purpose: given.some(({ harm }) => harm) ? 'harm' : 'no_harm_recorded' };
}

type Reason = Pick<ExclusionCell, 'reason' | 'purpose'>;

interface PlacedExclusion {
  readonly one: OneExclusion;
  readonly turn: ExclusionTurn;
}

/** Only suspensions take a turn; a permanent exclusion has the turn that a suspension would have had. */
function giveTurns(all: readonly OneExclusion[]): PlacedExclusion[] {
  const before = new Map<string, number>();
  return [...all]
    .sort((a, b) => compareText(a.date, b.date))
    .map((one) => {
      const turns = one.pupils.map(({ key }) => {
        const own = `${statutoryYearOf(one.date).name}|${key}`;
        const nth = (before.get(own) ?? 0) + 1;
        if (one.kind === 'suspension') before.set(own, nth);
        return nth;
      });
      const nth = Math.max(1, ...turns);
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
    const type = one.kind === 'permanent' ? 'permanent' : 'suspension';
    const { reason, purpose } = giveReason(one);
    const length = lengthOf(one.days);
    const key = [type, reason, length, turn, purpose].join('|');
    cells.set(key, { type, reason, length, turn, purpose, count: (cells.get(key)?.count ?? 0) + 1 });
  }
  return [...cells].sort(([a], [b]) => compareText(a, b)).map(([, cell]) => cell);
}
