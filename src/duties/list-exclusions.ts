import { addDays } from '../calendar/iso-date.ts';
import type { SchoolCalendar } from '../calendar/school-calendar.ts';
import { MAX_SUSPENSION_DAYS, statutoryTermOf, statutoryYearOf } from '../calendar/statutory-terms.ts';
import type {
  ExclusionCase,
  ExclusionKind,
  ExclusionLimit,
  ExclusionList,
} from '../incident/exclusion-list.ts';
import type { IsoDate, Pupil, PupilKey } from '../incident/incident.ts';
import { isBehaviourIncident, type LabelledIncident } from '../incident/labelled-incident.ts';
import { findReasonCodes, readReasonCell } from '../policy/exclusion-reasons.ts';
import { buildActionReader } from './build-action-reader.ts';
import type { ExclusionEntry } from './duty-case.ts';
import { readSuspensionDays } from './limits.ts';
import { listActors } from './list-repeats.ts';
import { readRoles } from './read-case.ts';
import { keyOfName } from './same-name.ts';

/** What the list is made from. */
export interface ExclusionInput {
  readonly labelled: readonly LabelledIncident[];
  readonly pupils: ReadonlyMap<PupilKey, Pupil>;
  readonly calendar: SchoolCalendar;
  readonly span: readonly [IsoDate, IsoDate];
  readonly exclusions: readonly ExclusionEntry[] | null;
}

const KINDS = [
  ['permanent', 'exclusion.permanent'],
  ['suspension', 'exclusion.suspension'],
  ['internal', 'exclusion.internal'],
] as const satisfies readonly (readonly [ExclusionKind, string])[];

/** Days over which a limit is passed, within a term or the school year. */
const LIMITS = [
  { limit: 'over_5_term', over: 5, spanOf: statutoryTermOf },
  { limit: 'over_15_term', over: 15, spanOf: statutoryTermOf },
  {
    limit: 'at_45_year',
    over: MAX_SUSPENSION_DAYS - 1,
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
  const fromExport = input.labelled.flatMap((each) => describe(each, input));
  const fromSecond = (input.exclusions ?? []).map((entry) => describeEntry(entry, input));
  // Days are added up over the fuller list alone, so that none is counted twice.
  const counted = input.exclusions === null ? fromExport : fromSecond;
  return {
    cases: [...fromExport, ...fromSecond]
      .map((each) => ({ ...each, before: countBefore(each, counted) }))
      .filter(({ date }) => date >= from && date <= to)
      .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : a.reference < b.reference ? -1 : 1)),
    limits: findLimits(counted, input),
    second_system: input.exclusions !== null,
    sent_home: listSentHome(input),
  };
}

/** Pupils who did it, as far as the record says. */
function listActorsOf(labelled: LabelledIncident): readonly PupilKey[] {
  return [...new Set(listActors({ labelled, roles: readRoles(labelled) }))];
}

function describe(each: LabelledIncident, { pupils }: ExclusionInput): ExclusionCase[] {
  const { incident, codes } = each;
  const kind = KINDS.find(([, code]) => codes.has(code))?.[0];
  if (kind === undefined || !isBehaviourIncident(incident)) return [];
  const text = `${incident.categoryText}\n${incident.action}\n${incident.narrative}`;
  return [
    {
      reference: incident.id,
      source: 'export',
      kind,
      date: incident.date,
      pupils: listActorsOf(each).map((key) => pupils.get(key)?.label ?? key),
      days: kind === 'suspension' ? readSuspensionDays(text) : null,
      reasons: kind === 'internal' ? [] : findReasonCodes(text),
      parents_told: codes.has('response.parent_contact'),
      before: 0,
    },
  ];
}

function describeEntry(
  { line, name, start, days, reason }: ExclusionEntry,
  { pupils }: ExclusionInput,
): ExclusionCase {
  const key = keyOfName(name);
  const own = [...pupils.values()].filter((pupil) => keyOfName(pupil.name) === key);
  return {
    reference: `line ${line}`,
    source: 'second_system',
    kind: /permanent/i.test(reason) ? 'permanent' : 'suspension',
    date: start,
    pupils: [own.length === 1 ? (own[0]?.label ?? name) : name],
    days,
    reasons: readReasonCell(reason),
    parents_told: false,
    before: 0,
  };
}

/** Exclusions out of school of the same pupil, earlier in the school year. */
function countBefore({ date, pupils, reference }: ExclusionCase, counted: readonly ExclusionCase[]): number {
  const { from } = statutoryYearOf(date);
  return counted.filter(
    (other) =>
      other.kind !== 'internal' &&
      other.reference !== reference &&
      other.date >= from &&
      other.date < date &&
      other.pupils.some((pupil) => pupils.includes(pupil)),
  ).length;
}

/** Pupils whose known days pass a limit in a span that reaches into the period, each limit once a pupil. */
function findLimits(counted: readonly ExclusionCase[], { calendar, span }: ExclusionInput): ExclusionLimit[] {
  const suspended = counted.filter(({ kind, days }) => kind === 'suspension' && days !== null);
  const found = new Map<string, ExclusionLimit>();
  for (const { date, pupils } of suspended.filter(({ date }) => date >= span[0] && date <= span[1])) {
    for (const pupil of pupils) {
      for (const { limit, over, spanOf } of LIMITS) {
        const { from, to } = spanOf(calendar, date);
        const days = suspended
          .filter((other) => other.date >= from && other.date <= to && other.date <= span[1])
          .filter((other) => other.pupils.includes(pupil))
          .reduce((sum, other) => sum + (other.days ?? 0), 0);
        if (days > over) found.set(`${pupil}|${limit}`, { pupil, limit, days });
      }
    }
  }
  return [...found.values()].sort((a, b) => (a.pupil < b.pupil ? -1 : a.pupil > b.pupil ? 1 : 0));
}

/** Only records with one of these words are read at all. */
const HOME = /\bhome\b|collect|picked up|pick up|fetch/i;

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
  const reader = buildActionReader(calendar, new Set(['sent_home', 'suspension_word', 'other_agreed']));
  return asked
    .filter((each) => {
      const done = reader(each.incident, pupils).filter(({ status }) => status === 'done');
      if (!done.some(({ code }) => code !== 'suspension_word')) return false;
      if (done.some(({ code }) => code === 'suspension_word')) return false;
      const own = listActorsOf(each);
      const { date } = each.incident;
      return !out.some(
        (other) =>
          other.incident.date >= date &&
          other.incident.date <= addDays(date, LATER) &&
          listActorsOf(other).some((key) => own.includes(key)),
      );
    })
    .map(({ incident }) => incident.id);
}
