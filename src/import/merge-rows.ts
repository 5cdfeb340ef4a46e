import { createHash } from 'node:crypto';
import type { ClockTime, IsoDate, PupilRole } from '../incident/incident.ts';
import { startHash } from './hash-text.ts';
import type { ImportedRow, RecordText } from './read-row.ts';
import type { LinkedCell, RowPupil } from './read-row-pupils.ts';

/** Turns the words of a winning row into what is kept of them (the words themselves, or labels made of them). */
export type DigestText<T> = (text: RecordText) => T;

/** One row of an incident as it is remembered: never its words. */
export interface HeldRow {
  readonly file: number;
  readonly line: number;
  readonly hash: number;
  readonly content: number;
  readonly updated: number;
  readonly pupils: readonly RowPupil[];
  readonly linked: readonly LinkedCell[];
  /** True for the same record again: it counts, and changes nothing. */
  isCopy: boolean;
  /** True for a record that the register holds: it counts as a copy, and is read again as at the first import. */
  isHeld: boolean;
}

/** Where the same record was met before. */
type Seen = 'nowhere' | 'register' | 'export';

/** Which rows are the same record is looked up under these. */
interface Matching {
  /** True where more than one file is read, so that the same record may come in two layouts. */
  readonly several: boolean;
  /** Index of the register that is merged into, or -1. */
  readonly register: number;
}

/** An incident while its rows are still coming in: its rows, and what the winning row says. */
export interface HeldIncident<T> {
  readonly id: string;
  readonly school: string | null;
  /** As the pupils of the row were noted: a linked name is looked for under the same key. */
  readonly schoolKey: string;
  readonly first: HeldRow;
  /** Rows after the first; most incidents have none. */
  later: HeldRow[] | null;
  /** Hashes of its rows to the file they came from, once there are more than a few; the register's stand apart. */
  seen: { readonly exports: Map<number, number>; readonly register: Set<number> } | null;
  /** File and line of the winning row. */
  file: number;
  line: number;
  updated: number;
  date: IsoDate;
  time: ClockTime | null;
  recordedDate: IsoDate | null;
  recordedTime: ClockTime | null;
  text: T;
  paths: readonly string[];
  isPositive: boolean;
  location: string | null;
  period: string | null;
  reportedBy: string | null;
  assignedTo: string | null;
  status: string | null;
}

/** Rows of one file that bear the id of an incident of another day in it. */
export interface DayClashes {
  count: number;
  /** The first few, each with the line of the row it was merged with. */
  readonly examples: { readonly id: string; readonly line: number; readonly other: number }[];
}

export interface RowMerger<T> {
  readonly add: (file: number, row: ImportedRow, pupilKey: string) => void;
  readonly incidents: () => IterableIterator<HeldIncident<T>>;
  /** By file; a later file may put a day right, so only rows of one file are compared. */
  readonly dayClashes: ReadonlyMap<number, DayClashes>;
}

/** So many clashes are named. */
const NAMED_CLASHES = 3;
const JOIN = '\u001f';

/** An id from the record's own words only, so that order and other rows do not change it. */
function makeSyntheticId(row: ImportedRow, pupilKey: string): string {
  const time = row.time === '00:00' ? '' : (row.time ?? '');
  const words = [
    row.schoolKey,
    row.date,
    time,
    pupilKey,
    row.paths.map((path) => path.toLowerCase()).join(';'),
    row.text.narrative.normalize('NFC').replaceAll(/\s+/g, ' '),
  ];
  return `~${createHash('sha256').update(words.join(JOIN)).digest('hex').slice(0, 12)}`;
}

/** What two rows of different exports must share to be the same record: every fact we keep. */
function hashContent(row: ImportedRow, pupilKey: string): number {
  const hash = startHash();
  for (const part of [
    pupilKey,
    row.date,
    row.time ?? '',
    row.recordedDate ?? '',
    row.recordedTime ?? '',
    String(row.updated),
    row.text.categoryText,
    row.text.narrative,
    row.text.action,
    row.location ?? '',
    row.period ?? '',
    row.reportedBy ?? '',
    row.assignedTo ?? '',
    row.status ?? '',
  ]) {
    hash.add(part.replaceAll(/\s+/g, ' '));
  }
  return hash.value();
}

function startIncident<T>(row: ImportedRow, id: string, first: HeldRow, text: T): HeldIncident<T> {
  return {
    id,
    school: row.school,
    schoolKey: row.schoolKey,
    first,
    later: null,
    seen: null,
    file: first.file,
    line: first.line,
    updated: row.updated,
    date: row.date,
    time: row.time,
    recordedDate: row.recordedDate,
    recordedTime: row.recordedTime,
    text,
    paths: row.paths,
    isPositive: row.isPositive,
    location: row.location,
    period: row.period,
    reportedBy: row.reportedBy,
    assignedTo: row.assignedTo,
    status: row.status,
  };
}

function letWin<T>(incident: HeldIncident<T>, file: number, row: ImportedRow, text: T): void {
  incident.file = file;
  incident.line = row.line;
  incident.updated = row.updated;
  incident.date = row.date;
  incident.time = row.time;
  incident.recordedDate = row.recordedDate;
  incident.recordedTime = row.recordedTime;
  incident.text = text;
  incident.paths = row.paths;
  incident.isPositive = row.isPositive;
  incident.location = row.location;
  incident.period = row.period;
  incident.reportedBy = row.reportedBy;
  incident.assignedTo = row.assignedTo;
  incident.status = row.status;
}

/** From this many rows on an incident is looked up, not searched: an id column may hold one value throughout. */
const FEW = 8;

function isSame(one: HeldRow, other: HeldRow, several: boolean): boolean {
  return one.hash === other.hash || (several && one.file !== other.file && one.content === other.content);
}

function note(
  { exports, register }: NonNullable<HeldIncident<unknown>['seen']>,
  row: HeldRow,
  by: Matching,
): void {
  if (row.file === by.register) {
    register.add(row.hash).add(row.content);
    return;
  }
  exports.set(row.hash, row.file);
  if (by.several && !exports.has(row.content)) exports.set(row.content, row.file);
}

function searchSeen<T>(incident: HeldIncident<T>, row: HeldRow, by: Matching): Seen {
  let seen: Seen = 'nowhere';
  for (const other of rowsOf(incident)) {
    if (!isSame(other, row, by.several)) continue;
    if (other.file !== by.register || row.file === by.register) return 'export';
    seen = 'register';
  }
  return seen;
}

function findSeen<T>(incident: HeldIncident<T>, row: HeldRow, by: Matching): Seen {
  const { later } = incident;
  if (incident.seen === null && (later === null || later.length < FEW)) return searchSeen(incident, row, by);
  if (incident.seen === null) {
    incident.seen = { exports: new Map(), register: new Set() };
    for (const other of rowsOf(incident)) note(incident.seen, other, by);
  }
  const { exports, register } = incident.seen;
  const elsewhere = by.several ? exports.get(row.content) : undefined;
  const isIn = exports.has(row.hash) || (elsewhere !== undefined && elsewhere !== row.file);
  const isHeld = register.has(row.hash) || (row.file !== by.register && register.has(row.content));
  note(incident.seen, row, by);
  if (isIn || (isHeld && row.file === by.register)) return 'export';
  return isHeld ? 'register' : 'nowhere';
}

/** The rows of an incident in the order they were read. */
export function rowsOf<T>(incident: HeldIncident<T>): readonly HeldRow[] {
  return incident.later === null ? [incident.first] : [incident.first, ...incident.later];
}

/**
 * Merges rows to incidents as they come: school and id are the identity; the same record again is a copy;
 * of several texts the one last updated wins, at a tie the later row. Only the winner's digest is kept, so
 * memory grows with incidents, not with words. A row that only the register holds may win again, or an older row
 * of its export, which ties with the register's, would put its text back.
 */
export function openRowMerger<T>(digest: DigestText<T>, by: Matching): RowMerger<T> {
  const schools = new Map<string, Map<string, HeldIncident<T>>>();
  const dayClashes = new Map<number, DayClashes>();
  const noteClash = ({ id, line: other }: HeldIncident<T>, { file, line }: HeldRow): void => {
    const clashes = dayClashes.get(file) ?? { count: 0, examples: [] };
    clashes.count += 1;
    if (clashes.examples.length < NAMED_CLASHES) clashes.examples.push({ id, line, other });
    dayClashes.set(file, clashes);
  };
  const add = (file: number, row: ImportedRow, pupilKey: string): void => {
    let incidents = schools.get(row.schoolKey);
    if (incidents === undefined) {
      incidents = new Map();
      schools.set(row.schoolKey, incidents);
    }
    const id = row.id ?? makeSyntheticId(row, pupilKey);
    const held: HeldRow = {
      file,
      line: row.line,
      hash: row.hash,
      content: by.several ? hashContent(row, pupilKey) : 0,
      updated: row.updated,
      pupils: row.pupils,
      linked: row.linked,
      isCopy: false,
      isHeld: false,
    };
    const before = incidents.get(id);
    if (before === undefined) {
      incidents.set(id, startIncident(row, id, held, digest(row.text)));
      return;
    }
    const seen = findSeen(before, held, by);
    held.isCopy = seen === 'export';
    held.isHeld = seen === 'register';
    if (!held.isCopy && before.file === file && before.date !== row.date) noteClash(before, held);
    before.later ??= [];
    before.later.push(held);
    if (!held.isCopy && row.updated >= before.updated) letWin(before, file, row, digest(row.text));
  };
  const incidents = function* (): IterableIterator<HeldIncident<T>> {
    for (const school of schools.values()) yield* school.values();
  };
  return { add, incidents, dayClashes };
}

/** A pupil's part: what any row says of it; two different parts cancel to `unknown`. */
export function joinRoles(one: PupilRole, other: PupilRole): PupilRole {
  if (one === other || other === 'unknown') return one;
  return one === 'unknown' ? other : 'unknown';
}
