import { daysBetween } from '../calendar/iso-date.ts';
import type { IsoDate } from '../incident/incident.ts';
import { type OneExclusion, readListedExclusions } from '../policy/read-exclusions.ts';
import { appliesTo } from './applies-to.ts';
import { sayDay } from './clock.ts';
import type { DutyCase, DutyContext, DutyFinding, RacistLogEntry, WholeCheck } from './duty-case.ts';
import { joinNeeds } from './follow-ups.ts';
import { matchEntries } from './match-entries.ts';
import { findSameName, namesOf } from './same-name.ts';
import { type SoughtNeed, seekNeed } from './seek-need.ts';

/** Days that the day of a log entry may lie from the incident's: written up the day after, or by the day reported. */
const LOG_DAYS = 3;
/** An exclusion may begin this many days after what led to it. */
const EXCLUSION_DAYS = 14;

function part(status: SoughtNeed['status'], say: string, why = ''): SoughtNeed {
  return { status, due: null, done: null, say, why, isSilent: false };
}

function logGap(entry: RacistLogEntry, one: DutyCase, context: DutyContext): number | null {
  if (entry.incidentId !== null || entry.date === null) return null;
  if (!entry.names.some((name) => findSameName(name, namesOf(one, context)) !== null)) return null;
  const gap = Math.abs(daysBetween(one.labelled.incident.date, entry.date));
  return gap <= LOG_DAYS ? gap : null;
}

const OWN_LOG = 'an entry in the separate racist log';

function logPart(one: DutyCase, entry: RacistLogEntry | null, context: DutyContext): SoughtNeed {
  if (context.racistLog === null) {
    const isSaid = one.signs.has('racist_log_entry');
    return isSaid ? part('met', OWN_LOG) : part('not_evidenced', OWN_LOG, 'give the log with --racist-log');
  }
  if (entry === null) return part('not_met', OWN_LOG, 'the log has no such entry');
  const missing = [
    ...(entry.facts === '' ? ['the facts'] : []),
    ...(entry.actions === '' ? ['the actions'] : []),
  ];
  return missing.length > 0
    ? part('not_met', OWN_LOG, `line ${entry.line} lacks ${missing.join(' and ')}`)
    : part('met', OWN_LOG);
}

/** Whether each racist incident stands in the separate log too, with its follow-ups, and each entry in the export. */
export const checkRacistLog: WholeCheck = (rule, cases, context) => {
  const entries = context.racistLog ?? [];
  const about = cases.filter((one) => appliesTo(rule, one));
  const matched = matchEntries(about, entries, (entry, one) => logGap(entry, one, context));
  const left = new Set(entries);
  const found: DutyFinding[] = [];
  for (const one of about) {
    const entry = matched.get(one) ?? null;
    if (entry !== null) left.delete(entry);
    const sought = (rule.needs ?? []).map((need) => seekNeed(need, one, context));
    const verdict = joinNeeds([logPart(one, entry, context), ...sought]);
    found.push({ ...verdict, incident: one, pupils: [...one.roles.keys()] });
  }
  for (const entry of left) {
    const day = entry.date === null ? '' : ` of ${sayDay(entry.date)}`;
    found.push({
      status: 'not_met',
      due: null,
      done: entry.date,
      message: `The separate racist log, line ${entry.line}, has an incident${day} that the export does not show as racist.`,
      incident: null,
      pupils: entry.names,
    });
  }
  return found;
};

/** A row of the second system's list, and whose exclusion it is. */
interface ListedCase {
  readonly incidentId: string | null;
  readonly line: number;
  readonly start: IsoDate;
  readonly pupil: OneExclusion['pupils'][number] | undefined;
}

/** The rows that tell of an exclusion out of school, with their pupils as wherever exclusions are read. */
function listRows({ exclusions, cases, pupils }: DutyContext): readonly ListedCase[] {
  const list = exclusions ?? [];
  const read = readListedExclusions(
    list,
    cases.map(({ labelled }) => labelled),
    pupils,
  );
  return list.flatMap(({ line, start, incidentId }, at) => {
    const one = read[at];
    return one === undefined || one.kind === 'internal'
      ? []
      : [{ line, start, incidentId, pupil: one.pupils[0] }];
  });
}

function exclusionGap(
  { incidentId, start, pupil }: ListedCase,
  one: DutyCase,
  context: DutyContext,
): number | null {
  if (incidentId !== null && incidentId !== one.labelled.incident.id) return null;
  if (pupil === undefined || !isNamed(pupil, one, context)) return null;
  const gap = daysBetween(one.labelled.incident.date, start);
  return gap >= -1 && gap <= EXCLUSION_DAYS ? Math.abs(gap) : null;
}

/** A namesake is not the pupil; where nobody can tell which of them a row means, the record of either will do. */
function isNamed(
  { key, label }: OneExclusion['pupils'][number],
  one: DutyCase,
  context: DutyContext,
): boolean {
  if (context.pupils.has(key) || key.startsWith('upn ')) return one.roles.has(key);
  return findSameName(label, namesOf(one, context)) !== null;
}

const OTHER_SYSTEM = 'a row in the second system';

/** Whether each exclusion of the export stands in the second system and the reverse, with its follow-ups. */
export const checkExclusionRegister: WholeCheck = (rule, cases, context) => {
  const rows = listRows(context);
  const about = cases.filter((one) => appliesTo(rule, one));
  const matched = matchEntries(about, rows, (row, one) => exclusionGap(row, one, context));
  const left = new Set(rows);
  const found: DutyFinding[] = [];
  for (const one of about) {
    const entry = matched.get(one) ?? null;
    if (entry !== null) left.delete(entry);
    const other =
      context.exclusions === null
        ? part('not_evidenced', OTHER_SYSTEM, 'give its list with --exclusions')
        : entry === null
          ? part('not_met', OTHER_SYSTEM, 'its list has none')
          : part('met', OTHER_SYSTEM);
    const sought = (rule.needs ?? []).map((need) => seekNeed(need, one, context));
    found.push({ ...joinNeeds([other, ...sought]), incident: one, pupils: [...one.roles.keys()] });
  }
  for (const entry of left) {
    found.push({
      status: 'not_met',
      due: null,
      done: entry.start,
      message: `The second system, line ${entry.line}, has an exclusion from ${sayDay(entry.start)} that the export does not show.`,
      incident: null,
      pupils: entry.pupil === undefined ? [] : [entry.pupil.label],
    });
  }
  return found;
};
