import { addDays } from '../calendar/iso-date.ts';
import type { SchoolCalendar } from '../calendar/school-calendar.ts';
import { compareText } from '../incident/compare-text.ts';
import type { ForceCase, ForceItem, ParentsTold } from '../incident/force-case.ts';
import type { Incident, IsoDate, Pupil, PupilKey } from '../incident/incident.ts';
import { isBehaviourIncident, type LabelledIncident } from '../incident/labelled-incident.ts';
import { listHeld } from '../incident/list-actors.ts';
import type { RollEntry } from '../incident/roll.ts';
import type { Act } from './act.ts';
import { type ActionReader, buildActionReader } from './build-action-reader.ts';
import itemData from './force-record.yaml';
import { readRollSigns } from './read-case.ts';
import { readMinutes } from './read-minutes.ts';

/** The label that puts a record in the list. */
const FORCE = 'positive_handling';
const CONTACT = 'response.parent_contact';
/** Days looked back for an earlier record of force with the same pupil. */
const LOOK_BACK = 365;

/** One thing that a record of force is asked to hold, and what shows it. */
interface ItemRule {
  readonly id: string;
  readonly title: string;
  readonly any?: readonly string[];
  readonly cell?: string;
}

const ITEMS = itemData as readonly ItemRule[];

/** What the list is made from; `mask` hides slurs in the words of a record. */
export interface ForceInput {
  readonly labelled: readonly LabelledIncident[];
  readonly pupils: ReadonlyMap<PupilKey, Pupil>;
  readonly roll: readonly RollEntry[] | null;
  readonly calendar: SchoolCalendar;
  readonly span: readonly [IsoDate, IsoDate];
  readonly slotOf: (incident: Incident) => string;
  readonly mask: (text: string) => string;
}

/** Names of the things asked, in order: columns of the report. */
export function listForceItems(): readonly Pick<ForceItem, 'id' | 'title'>[] {
  return ITEMS.map(({ id, title }) => ({ id, title }));
}

/**
 * The records of force of the period, oldest first, each with which of the things asked its words show. A thing that
 * is not shown may have been done and not written down: never a breach. The reader looks only for what is asked here.
 */
export function listForce(input: ForceInput): readonly ForceCase[] {
  const [from, to] = input.span;
  const all = input.labelled
    .filter(({ incident, codes }) => isBehaviourIncident(incident) && codes.has(FORCE))
    .sort(
      (a, b) => compareText(a.incident.date, b.incident.date) || compareText(a.incident.id, b.incident.id),
    );
  const reported = all.filter(({ incident: { date } }) => date >= from && date <= to);
  if (reported.length === 0) return [];
  const asked = new Set([CONTACT, 'injury', 'first_aid_given', ...ITEMS.flatMap(({ any }) => any ?? [])]);
  const reader = buildActionReader(input.calendar, asked);
  const rollSigns = readRollSigns(input.roll);
  return reported.map((each) => describe(each, all, reader, rollSigns, input));
}

function describe(
  each: LabelledIncident,
  all: readonly LabelledIncident[],
  reader: ActionReader,
  rollSigns: ReturnType<typeof readRollSigns>,
  { pupils, mask, slotOf }: ForceInput,
): ForceCase {
  const { incident, codes, classification } = each;
  const acts = reader(incident, pupils);
  const own = listHeld(each);
  const minutes = readForceMinutes(incident);
  const told = readParents(acts, codes.has(CONTACT), incident);
  const roll = own.flatMap((key) => findRoll(pupils.get(key), rollSigns));
  const cells: Readonly<Record<string, boolean>> = {
    pupils: own.length > 0,
    date: true,
    time: incident.time !== null || incident.period !== null,
    place: incident.location !== null,
    minutes: minutes !== null,
    roll: roll.length > 0,
    same_day: incident.recordedDate !== null && incident.recordedDate <= incident.date,
    parents_same_day: told.parents === 'same_day',
  };
  const shown = new Set<string>([...codes, ...acts.filter(isDone).map(({ code }) => code)]);
  return {
    incident_id: incident.id,
    date: incident.date,
    recorded_date: incident.recordedDate,
    place: incident.location,
    slot: slotOf(incident),
    pupils: own.map((key) => pupils.get(key)?.label ?? key),
    narrative: mask(incident.narrative),
    action: mask(incident.action),
    minutes,
    items: ITEMS.map(({ id, title, any, cell }) => ({
      id,
      title,
      shown: (cell !== undefined && cells[cell] === true) || (any ?? []).some((code) => shown.has(code)),
    })),
    parents: told.parents,
    parents_on: told.on,
    parents_words: mask(told.words),
    injury: acts.some((act) => isDone(act) && ['injury', 'first_aid_given'].includes(act.code)),
    sen: roll.length === 0 ? null : roll.some((signs) => signs.includes('roll.sen')),
    earlier: findEarlier(each, own, all),
    to_review: classification.review.some(({ code }) => code === FORCE),
  };
}

function isDone({ status }: Act): boolean {
  return status === 'done';
}

function findRoll(
  pupil: Pupil | undefined,
  signs: ReturnType<typeof readRollSigns>,
): readonly (readonly string[])[] {
  const found = signs.get(pupil?.upn ?? '') ?? signs.get((pupil?.name ?? '').toLowerCase());
  return found === undefined ? [] : [found.map(({ sign }) => sign)];
}

/** A figure beside a word of force: minutes of a detention or of a restraint's aftermath are not its length. */
function readForceMinutes({ narrative, action }: Incident): number | null {
  const sentences = `${narrative}\n${action}`
    .split(/[.;\n]/)
    .filter((sentence) => FORCE_WORDS.test(sentence));
  const spelled = sentences.join('\n').replaceAll(/\b(\d+|\w+) seconds?\b/gi, 'one minute');
  return readMinutes(spelled);
}

const FORCE_WORDS =
  /\bh[eo]ld|restrain|physical intervention|positive handling|\b(?:rpi|pi|ph)\b|team.?teach|caring c|elbow|escort|\bwrap|handl/i;

interface Told {
  readonly parents: ParentsTold;
  readonly on: IsoDate | null;
  readonly words: string;
}

/** When parents were told: by the day that the words give, else by the day of entry, by which it had been done. */
function readParents(acts: readonly Act[], labelled: boolean, incident: Incident): Told {
  const { date, recordedDate } = incident;
  const done = acts.filter((act) => act.code === CONTACT && isDone(act));
  const dated = done
    .filter((act) => act.date !== null && act.date >= date)
    .sort((a, b) => compareText(a.date ?? '', b.date ?? ''));
  const first = dated[0] ?? done[0];
  const words = first === undefined ? '' : sentenceAround(incident[first.field], first.start);
  const undated = done.some((act) => act.date === null) || (labelled && done.length === 0);
  if (undated && recordedDate === date) return { parents: 'same_day', on: date, words };
  const on = dated[0]?.date ?? null;
  if (on !== null) return { parents: on === date ? 'same_day' : 'later', on, words };
  return { parents: undated ? 'undated' : 'not_shown', on: null, words };
}

function sentenceAround(text: string, at: number): string {
  const before = Math.max(...['.', ';', '\n'].map((mark) => text.lastIndexOf(mark, at - 1)));
  const behind = text.slice(at).search(/[.;\n]/);
  return text
    .slice(before + 1, behind === -1 ? text.length : at + behind)
    .trim()
    .replace(/^\d{1,2}[/.]\d{1,2}(?:[/.]\d{2,4})?\s*[:–-]\s*/, '');
}

function findEarlier(
  { incident: { date, id } }: LabelledIncident,
  own: readonly PupilKey[],
  all: readonly LabelledIncident[],
): readonly string[] {
  const since = addDays(date, -LOOK_BACK);
  return all
    .filter(
      ({ incident: other }) =>
        other.date >= since && (compareText(other.date, date) || compareText(other.id, id)) < 0,
    )
    .filter((other) => listHeld(other).some((key) => own.includes(key)))
    .map(({ incident: other }) => other.id);
}
