import { createHash } from 'node:crypto';
import type { ClockTime, IsoDate, PupilRole } from '../incident/incident.ts';
import { startHash } from './hash-text.ts';
import type { ImportedRow, RecordText, RowPupil } from './read-row.ts';

/** Turns the words of a winning row into what is kept of them (the words themselves, or labels made of them). */
export type DigestText<T> = (text: RecordText) => T;

/** One row of an incident as it is remembered: never its words. */
export interface HeldRow {
  readonly file: number;
  readonly line: number;
  readonly hash: number;
  readonly content: number;
  readonly updated: string;
  readonly pupils: readonly RowPupil[];
  readonly linked: ImportedRow['linked'];
  /** True for the same record again: it counts, and changes nothing. */
  readonly isCopy: boolean;
}

/** An incident while its rows are still coming in. */
export interface HeldIncident<T> {
  readonly key: string;
  readonly id: string;
  readonly school: string | null;
  readonly rows: HeldRow[];
  /** Hashes of its rows to the file they came from, once there are more than a few. */
  seen: Map<number, number> | null;
  /** Everything said by the winning row. */
  winner: HeldFacts<T>;
}

export interface HeldFacts<T> {
  readonly file: number;
  readonly updated: string;
  readonly date: IsoDate;
  readonly time: ClockTime | null;
  readonly recordedDate: IsoDate | null;
  readonly recordedTime: ClockTime | null;
  readonly text: T;
  readonly paths: readonly string[];
  readonly isPositive: boolean;
  readonly location: string | null;
  readonly period: string | null;
  readonly reportedBy: string | null;
  readonly assignedTo: string | null;
  readonly status: string | null;
}

export interface RowMerger<T> {
  readonly add: (file: number, row: ImportedRow, pupilKey: string) => void;
  readonly incidents: () => IterableIterator<HeldIncident<T>>;
}

const JOIN = '\u001f';
const NO_LINKED: ImportedRow['linked'] = [];

/** An id from the record's own words only, so that order and other rows do not change it. */
export function makeSyntheticId(row: ImportedRow, pupilKey: string): string {
  const time = row.time === '00:00' ? '' : (row.time ?? '');
  const words = [
    (row.school ?? '').toLowerCase(),
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
    row.updated,
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

function factsOf<T>(file: number, row: ImportedRow, text: T): HeldFacts<T> {
  return {
    file,
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

/** From this many rows on an incident is looked up, not searched: an id column may hold one value throughout. */
const FEW = 8;

function isSeen<T>(incident: HeldIncident<T>, row: HeldRow, several: boolean): boolean {
  if (incident.seen === null && incident.rows.length <= FEW) {
    return incident.rows.some(
      (other) =>
        other.hash === row.hash || (several && other.file !== row.file && other.content === row.content),
    );
  }
  if (incident.seen === null) {
    incident.seen = new Map();
    for (const other of incident.rows) note(incident.seen, other, several);
  }
  const elsewhere = several ? incident.seen.get(row.content) : undefined;
  const found = incident.seen.has(row.hash) || (elsewhere !== undefined && elsewhere !== row.file);
  note(incident.seen, row, several);
  return found;
}

function note(seen: Map<number, number>, row: HeldRow, several: boolean): void {
  seen.set(row.hash, row.file);
  if (several && !seen.has(row.content)) seen.set(row.content, row.file);
}

/**
 * Merges rows to incidents as they come: school and id are the identity; the same record again is a copy;
 * of several texts the one last updated wins, at a tie the later row. Only the winner's digest is kept, so
 * memory grows with incidents, not with words. `several` says that more than one file is read, where the same
 * record may come in two layouts.
 */
export function openRowMerger<T>(digest: DigestText<T>, several: boolean): RowMerger<T> {
  const incidents = new Map<string, HeldIncident<T>>();
  const add = (file: number, row: ImportedRow, pupilKey: string): void => {
    const id = row.id ?? makeSyntheticId(row, pupilKey);
    const key = `${(row.school ?? '').toLowerCase()}${JOIN}${id}`;
    const content = several ? hashContent(row, pupilKey) : 0;
    const held: HeldRow = {
      file,
      line: row.line,
      hash: row.hash,
      content,
      updated: row.updated,
      pupils: row.pupils,
      linked: row.linked.length === 0 ? NO_LINKED : row.linked,
      isCopy: false,
    };
    const before = incidents.get(key);
    if (before === undefined) {
      const winner = factsOf(file, row, digest(row.text));
      incidents.set(key, { key, id, school: row.school, rows: [held], seen: null, winner });
      return;
    }
    const isCopy = isSeen(before, held, several);
    before.rows.push(isCopy ? { ...held, isCopy } : held);
    if (!isCopy && row.updated >= before.winner.updated) before.winner = factsOf(file, row, digest(row.text));
  };
  return { add, incidents: () => incidents.values() };
}

/** A pupil's part: what any row says of it; two different parts cancel to `unknown`. */
export function joinRoles(one: PupilRole, other: PupilRole): PupilRole {
  if (one === other || other === 'unknown') return one;
  return one === 'unknown' ? other : 'unknown';
}
