import { compareText } from '../incident/compare-text.ts';
import type { Incident, IncidentKind, Involvement, Pupil, PupilKey } from '../incident/incident.ts';
import type { CategoryMap } from '../policy/category-map.ts';
import type { SharedNumber } from './find-shared-numbers.ts';
import { findSignedPoints } from './find-signed-points.ts';
import { gatherInvolvements, type LinkedNaming, openLinkedReader, type Part } from './gather-involvements.ts';
import { type HeldIncident, type HeldRow, rowsOf } from './held-incident.ts';
import type { FileReading } from './import-file.ts';
import type { DayClashes, RowMerger } from './merge-rows.ts';
import type { PupilBook } from './pupil-book.ts';
import type { RecordText } from './read-row.ts';

/** How the accepted rows of one file were merged. */
export interface MergeCounts {
  distinct: number;
  exactDuplicate: number;
  linkedPupil: number;
  superseded: number;
  /** Of the rows for a further pupil, those whose incident was first met in another file. */
  joinedAcross: number;
  /** Rows that bear the id of an incident of another day. */
  readonly dayClashes: DayClashes | null;
  /** Names of staff left out of cells of further pupils. */
  readonly staffNamed: number;
  /** Incidents that are positive by their points alone. */
  positiveByPoints: number;
  /** Records that may be praise by their points, which nothing settles. */
  openByPoints: number;
}

/** An incident as the register must remember it: with what settles a later merge. */
export type BuiltIncident<T> = Omit<Incident, keyof RecordText> & {
  readonly text: T;
  /** Seconds since 1970 at which each involvement's row was last updated, in their order; -1 when not said. */
  readonly updates: readonly number[];
  /** True where the system itself marks the record as positive, by word or by its points. */
  readonly isPositive: boolean;
};

/** An incident with all that is settled once every file is read, before it is made into a record of its own. */
export interface SettledIncident<T> {
  readonly held: HeldIncident<T>;
  readonly kind: IncidentKind;
  readonly isPositive: boolean;
  readonly time: string | null;
  readonly categories: readonly string[];
  readonly parts: readonly Part[];
}

/** All incidents of a run, settled one at a time as they are asked for. */
export interface SettledIncidents<T> {
  /** In no particular order. */
  readonly each: () => IterableIterator<SettledIncident<T>>;
  readonly pupils: ReadonlyMap<PupilKey, Pupil>;
  /** Names that two or more pupils share. */
  readonly sharedNames: readonly string[];
  /** Numbers that stand beside names with no word in common. */
  readonly sharedNumbers: readonly SharedNumber[];
  /** One for each file. */
  readonly merged: readonly MergeCounts[];
}

/** Case alone does not make a new category: each takes its most frequent spelling, at a tie the first by letter. */
function settleSpellings<T>(merger: RowMerger<T>): (paths: readonly string[]) => readonly string[] {
  /** Rows with the same category cell share one list, so lists are counted first. */
  const lists = new Map<readonly string[], number>();
  for (const { paths } of merger.incidents()) lists.set(paths, (lists.get(paths) ?? 0) + 1);
  const spellings = new Map<string, Map<string, number>>();
  for (const [paths, count] of lists) {
    for (const path of paths) {
      const key = path.toLowerCase();
      const counts = spellings.get(key) ?? new Map<string, number>();
      counts.set(path, (counts.get(path) ?? 0) + count);
      spellings.set(key, counts);
    }
  }
  const settled = new Map<string, string>();
  for (const [key, counts] of spellings) {
    const [best] = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
    if (best !== undefined) settled.set(key, best[0]);
  }
  const done = new Map<readonly string[], readonly string[]>();
  return (paths) => {
    const before = done.get(paths);
    if (before !== undefined) return before;
    const spelled = [...new Set(paths.map((path) => settled.get(path.toLowerCase()) ?? path))];
    done.set(paths, spelled);
    return spelled;
  };
}

/** Behaviour outweighs the rest: a record with any behaviour category stays in behaviour reports. */
const WEIGHT: readonly IncidentKind[] = ['behaviour', 'safeguarding', 'accident', 'positive'];

function kindOf(paths: readonly string[], isPositive: boolean, map: CategoryMap): IncidentKind {
  if (paths.length === 0) return isPositive ? 'positive' : 'uncategorised';
  const kinds = new Set<IncidentKind>();
  for (const path of paths) {
    const meaning = map.find(path);
    const isSilent = meaning === null || (meaning.kind === 'behaviour' && meaning.codes.length === 0);
    kinds.add(isSilent && isPositive ? 'positive' : (meaning?.kind ?? 'behaviour'));
  }
  return WEIGHT.find((kind) => kinds.has(kind)) ?? 'behaviour';
}

/** The first row of an incident is the incident; each later one is a copy, a newer or older text, or a further pupil. */
function countRows<T>(
  incident: HeldIncident<T>,
  keys: readonly PupilKey[],
  merged: readonly MergeCounts[],
): void {
  const { first, later } = incident;
  const counts = merged[first.file];
  if (counts !== undefined) counts.distinct += 1;
  if (later === null) return;
  const subject = (row: HeldRow): PupilKey => keys[row.pupils[0]?.naming ?? -1] ?? '';
  const met = new Set<PupilKey>([subject(first)]);
  for (const row of later) {
    const own = merged[row.file];
    if (own === undefined) continue;
    if (row.isCopy || row.isHeld) own.exactDuplicate += 1;
    else if (met.has(subject(row))) own.superseded += 1;
    else {
      own.linkedPupil += 1;
      if (row.file !== first.file) own.joinedAcross += 1;
    }
    met.add(subject(row));
  }
}

/**
 * Settles merged rows once all files are read: who is who, how categories are spelled, what kind each record
 * is, and how the rows of each file were merged.
 */
export function settleIncidents<T>(
  merger: RowMerger<T>,
  book: PupilBook,
  readings: readonly FileReading[],
  map: CategoryMap,
): SettledIncidents<T> {
  const linked = new Map<HeldIncident<T>, readonly LinkedNaming[]>();
  const staff = readings.map(() => 0);
  const readLinked = openLinkedReader<T>(book, (file) => {
    staff[file] = (staff[file] ?? 0) + 1;
  });
  for (const incident of merger.incidents()) {
    const namings = readLinked(incident);
    if (namings.length > 0) linked.set(incident, namings);
  }
  const { keys, pupils, shared, sharedNumbers } = book.resolve();
  const spell = settleSpellings(merger);
  const merged = readings.map((_, file) => ({
    distinct: 0,
    exactDuplicate: 0,
    linkedPupil: 0,
    superseded: 0,
    joinedAcross: 0,
    dayClashes: merger.dayClashes.get(file) ?? null,
    staffNamed: staff[file] ?? 0,
    positiveByPoints: 0,
    openByPoints: 0,
  }));
  const { isPraised, unsettled } = findSignedPoints(() => merger.incidents(), readings, map);
  for (const [file, counts] of merged.entries()) counts.openByPoints = unsettled[file] ?? 0;
  const kinds = new Map<readonly string[], IncidentKind>();
  const kindOfHeld = (held: HeldIncident<T>): IncidentKind => {
    if (held.isPositive || isPraised(held)) return kindOf(held.paths, true, map);
    const before = kinds.get(held.paths);
    if (before !== undefined) return before;
    const kind = kindOf(held.paths, false, map);
    kinds.set(held.paths, kind);
    return kind;
  };
  for (const incident of merger.incidents()) {
    countRows(incident, keys, merged);
    const own = merged[incident.first.file];
    const isTold = own !== undefined && !incident.isPositive && isPraised(incident);
    if (isTold && kindOf(incident.paths, false, map) !== kindOfHeld(incident)) own.positiveByPoints += 1;
  }
  const each = function* (): IterableIterator<SettledIncident<T>> {
    for (const held of merger.incidents()) {
      const isTimeless = held.time === '00:00' && readings[held.file]?.isTimeless === true;
      yield {
        held,
        kind: kindOfHeld(held),
        isPositive: held.isPositive || isPraised(held),
        time: isTimeless ? null : held.time,
        categories: spell(held.paths),
        parts: gatherInvolvements(held, linked.get(held) ?? [], keys),
      };
    }
  };
  return { each, pupils, sharedNames: shared, sharedNumbers, merged };
}

/** The order of incidents everywhere: by date, time and key. */
export function byDate(a: BuiltIncident<unknown>, b: BuiltIncident<unknown>): number {
  if (a.date !== b.date) return a.date < b.date ? -1 : 1;
  const [one, other] = [a.time ?? '', b.time ?? ''];
  if (one !== other) return one < other ? -1 : 1;
  return compareText(a.key, b.key);
}

/** Makes the incident itself of what was settled. */
export function buildIncident<T>(
  { held, kind, isPositive, time, categories, parts }: SettledIncident<T>,
  readings: readonly FileReading[],
): BuiltIncident<T> {
  return {
    id: held.id,
    key: `${held.schoolKey}\u001f${held.id}`,
    school: held.school,
    kind,
    date: held.date,
    time,
    recordedDate: held.recordedDate,
    recordedTime: held.recordedTime,
    categories,
    text: held.text,
    location: held.location,
    period: held.period,
    reportedBy: held.reportedBy,
    assignedTo: held.assignedTo,
    status: held.status,
    involvements: parts.map((part): Involvement => part.involvement),
    updates: parts.map((part) => part.updated),
    isPositive,
    sources: rowsOf(held).map((row) => ({ file: readings[row.file]?.examined.file ?? '', line: row.line })),
  };
}
