import { addDays } from '../calendar/iso-date.ts';
import type { SchoolCalendar } from '../calendar/school-calendar.ts';
import { MAX_SUSPENSION_DAYS, statutoryTermOf, statutoryYearOf } from '../calendar/statutory-terms.ts';
import { compareText } from '../incident/compare-text.ts';
import type {
  ExclusionCase,
  ExclusionLimit,
  ExclusionList,
  ListedExclusion,
} from '../incident/exclusion-list.ts';
import type { IsoDate, Pupil, PupilKey } from '../incident/incident.ts';
import { isBehaviourIncident, type LabelledIncident } from '../incident/labelled-incident.ts';
import { listActors } from '../incident/list-actors.ts';
import {
  type OneExclusion,
  readListedExclusions,
  readRecordedExclusions,
} from '../policy/read-exclusions.ts';
import { buildActionReader } from './build-action-reader.ts';

/** What the list is made from. */
export interface ExclusionInput {
  readonly labelled: readonly LabelledIncident[];
  readonly pupils: ReadonlyMap<PupilKey, Pupil>;
  readonly calendar: SchoolCalendar;
  readonly span: readonly [IsoDate, IsoDate];
  readonly exclusions: readonly ListedExclusion[] | null;
}

/** When a number of days, halves of them too, passes or reaches a limit within a term or the school year. */
const LIMITS = [
  { limit: 'over_5_term', isPassed: (days: number) => days > 5, spanOf: statutoryTermOf },
  { limit: 'over_15_term', isPassed: (days: number) => days > 15, spanOf: statutoryTermOf },
  {
    limit: 'at_45_year',
    isPassed: (days: number) => days >= MAX_SUSPENSION_DAYS,
    spanOf: (_: SchoolCalendar, date: IsoDate) => statutoryYearOf(date),
  },
] as const;

/** A record of one day may lead to an exclusion that begins this many days later. */
const LATER = 14;

/**
 * Exclusions that the export's records name and, where it is given, those of a second system, each list by itself: the
 * one is not the other's copy. Days and reasons only where a record gives them.
 */
export function listExclusions(input: ExclusionInput): ExclusionList {
  const [from, to] = input.span;
  const isIn = (date: IsoDate): boolean => date >= from && date <= to;
  const fromExport = readRecordedExclusions(input.labelled, input.pupils, input.calendar);
  const fromSecond = readListedExclusions(input.exclusions ?? [], input.labelled, input.pupils);
  // Days are added up over the fuller list alone, so that none is counted twice.
  const counted = input.exclusions === null ? fromExport : fromSecond;
  const told = new Set(
    input.labelled.flatMap(({ incident, codes }) =>
      codes.has('response.parent_contact') ? [incident.id] : [],
    ),
  );
  return {
    cases: [...fromExport, ...fromSecond]
      .filter(({ date }) => isIn(date))
      .sort(byDate)
      .map((each) => describe(each, counted, told)),
    limits: findLimits(counted, input),
    again: listAgain(counted, input),
    unclear: fromSecond
      .filter(({ date, pupils, reference }) => isIn(date) && pupils.some(({ key }) => key === reference))
      .map(({ reference }) => reference),
    second_system: input.exclusions !== null,
    sent_home: listSentHome(input),
  };
}

function describe(
  { pupils, ...one }: OneExclusion,
  counted: readonly OneExclusion[],
  told: ReadonlySet<string>,
): ExclusionCase {
  return {
    ...one,
    pupils: pupils.map(({ label }) => label),
    parents_told: one.source === 'export' && told.has(one.reference),
    before: countBefore({ pupils, ...one }, counted),
  };
}

/** Exclusions out of school of the same pupil, earlier in the school year. */
function countBefore(one: OneExclusion, counted: readonly OneExclusion[]): number {
  const { from } = statutoryYearOf(one.date);
  return counted.filter(
    (other) =>
      other.kind !== 'internal' && other.date >= from && isBefore(other, one) && isOneOf(other, one.pupils),
  ).length;
}

/** Of one day only the order within one list tells which came first: the other list may name the same exclusion. */
function isBefore(other: OneExclusion, one: OneExclusion): boolean {
  return other.date < one.date || (other.source === one.source && byDate(other, one) < 0);
}

/** References by their numbers: `line 2` before `line 10`. */
function byDate(a: OneExclusion, b: OneExclusion): number {
  const [x, y] = [a.reference, b.reference];
  return compareText(a.date, b.date) || x.length - y.length || compareText(x, y);
}

/** Not everybody in a record with somebody who was excluded before was excluded before: each pupil by itself. */
function listAgain(counted: readonly OneExclusion[], { span }: ExclusionInput): readonly string[] {
  const out = counted.filter(({ kind, date }) => kind !== 'internal' && date <= span[1]);
  const found = new Map<string, string>();
  for (const { date, pupils } of out.filter(({ date }) => date >= span[0])) {
    const { from } = statutoryYearOf(date);
    for (const pupil of pupils) {
      const own = out.filter((other) => other.date >= from && isOneOf(other, [pupil]));
      if (new Set(own.map(({ reference }) => reference)).size > 1) found.set(pupil.key, pupil.label);
    }
  }
  return [...found.values()].sort(compareText);
}

/** Pupils whose known days pass a limit in a span that reaches into the period, each limit once a pupil. */
function findLimits(counted: readonly OneExclusion[], { calendar, span }: ExclusionInput): ExclusionLimit[] {
  const suspended = counted.filter(({ kind, days }) => kind === 'suspension' && days !== null);
  const found = new Map<string, ExclusionLimit>();
  for (const { date, pupils } of suspended.filter(({ date }) => date >= span[0] && date <= span[1])) {
    for (const pupil of pupils) {
      for (const { limit, isPassed, spanOf } of LIMITS) {
        const { from, to } = spanOf(calendar, date);
        const days = suspended
          .filter((other) => other.date >= from && other.date <= to && other.date <= span[1])
          .filter((other) => isOneOf(other, [pupil]))
          .reduce((sum, other) => sum + (other.days ?? 0), 0);
        if (isPassed(days)) found.set(`${pupil.key}|${limit}`, { pupil: pupil.label, limit, days });
      }
    }
  }
  return [...found.values()].sort((a, b) => compareText(a.pupil, b.pupil));
}

function isOneOf({ pupils }: OneExclusion, others: OneExclusion['pupils']): boolean {
  return pupils.some(({ key }) => others.some((other) => other.key === key));
}

/** Only records with one of these words are read at all. */
const HOME = /\bhome\b|collect|picked up|pick up|fetch/i;

/** Words beside which going home was no sending home: a suspension is on the record, or it was the usual hour. */
const OTHERWISE: ReadonlySet<string> = new Set(['suspension_word', 'collected_as_usual']);

/** Records whose words say that a pupil went home early, without a suspension there or within two weeks for the pupil. */
function listSentHome({ labelled, pupils, calendar, span }: ExclusionInput): readonly string[] {
  const out = labelled.filter(
    ({ codes }) => codes.has('exclusion.suspension') || codes.has('exclusion.permanent'),
  );
  const likely = labelled.filter(
    ({ incident: { date, narrative, action, kind } }) =>
      date >= span[0] && date <= span[1] && kind !== 'accident' && HOME.test(`${narrative} ${action}`),
  );
  const asked = likely.filter((each) => !out.includes(each) && isBehaviourIncident(each.incident));
  if (asked.length === 0) return [];
  const reader = buildActionReader(calendar, new Set(['sent_home', 'other_agreed', ...OTHERWISE]));
  return asked
    .filter((each) => {
      const done = reader(each.incident, pupils).filter(({ status }) => status === 'done');
      if (done.length === 0 || done.some(({ code }) => OTHERWISE.has(code))) return false;
      const own = listActors(each);
      const { date } = each.incident;
      return !out.some(
        (other) =>
          other.incident.date >= date &&
          other.incident.date <= addDays(date, LATER) &&
          listActors(other).some((key) => own.includes(key)),
      );
    })
    .map(({ incident }) => incident.id);
}
