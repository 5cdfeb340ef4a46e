import { findSeen, type Matching } from './find-seen.ts';
import { foldUnnumbered } from './fold-unnumbered.ts';
import { hashContent } from './hash-content.ts';
import { hashWords } from './hash-words.ts';
import type { HeldIncident, HeldRow } from './held-incident.ts';
import { makeSyntheticId } from './make-synthetic-id.ts';
import type { ImportedRow, RecordText } from './read-row.ts';

/** Turns the words of a winning row into what is kept of them (the words themselves, or labels made of them). */
export type DigestText<T> = (text: RecordText) => T;

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
    const known = incidents;
    const id = row.id ?? makeSyntheticId(row, pupilKey, (made) => known.has(made));
    const held: HeldRow = {
      file,
      line: row.line,
      hash: row.hash,
      content: by.several ? hashContent(row, pupilKey) : 0,
      words: by.several ? hashWords(row, pupilKey) : 0,
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
  let isFolded = false;
  const incidents = function* (): IterableIterator<HeldIncident<T>> {
    if (!isFolded) for (const school of schools.values()) foldUnnumbered(school, by);
    isFolded = true;
    for (const school of schools.values()) yield* school.values();
  };
  return { add, incidents, dayClashes };
}
