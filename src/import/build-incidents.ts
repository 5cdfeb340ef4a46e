import type {
  Incident,
  IncidentKind,
  Involvement,
  Pupil,
  PupilKey,
  PupilRole,
} from '../incident/incident.ts';
import type { CategoryMap } from '../policy/category-map.ts';
import type { FileReading } from './import-file.ts';
import { type HeldIncident, type HeldRow, joinRoles, type RowMerger } from './merge-rows.ts';
import type { PupilBook, ResolvedPupils } from './pupil-book.ts';
import { parsePupilName, splitPupils } from './pupil-name.ts';
import { readRole } from './read-role.ts';
import type { RecordText } from './read-row.ts';

/** How the accepted rows of one file were merged. */
export interface MergeCounts {
  distinct: number;
  exactDuplicate: number;
  linkedPupil: number;
  superseded: number;
}

/** An incident as the register must remember it: with what settles a later merge. */
export type BuiltIncident<T> = Omit<Incident, keyof RecordText> & {
  readonly text: T;
  /** When each involvement's row was last updated, in their order; '' when not said. */
  readonly updates: readonly string[];
  /** True where the system itself marks the record as positive. */
  readonly isPositive: boolean;
};

export interface BuiltIncidents<T> {
  /** By date, time and key. */
  readonly incidents: readonly BuiltIncident<T>[];
  readonly pupils: ReadonlyMap<PupilKey, Pupil>;
  readonly sharedNames: readonly string[];
  readonly merged: readonly MergeCounts[];
  /** File in which each incident was first met, in the order of `incidents`. */
  readonly firstFile: readonly number[];
}

interface Linked {
  readonly naming: number;
  readonly role: PupilRole;
}

const BRACKETS = /\s*[([][^)\]]*[)\]]\s*/g;

/** Namings of the pupils in linked cells. A name that the incident's own rows bear means that pupil. */
function noteLinked<T>(incident: HeldIncident<T>, book: PupilBook): Map<HeldRow, Linked[]> | null {
  if (incident.rows.every((row) => row.linked.length === 0)) return null;
  const school = (incident.school ?? '').toLowerCase();
  const own = new Map<string, number>();
  for (const row of incident.rows) {
    for (const { naming } of row.pupils)
      if (!own.has(book.nameKey(naming))) own.set(book.nameKey(naming), naming);
  }
  const found = new Map<HeldRow, Linked[]>();
  for (const row of incident.rows) {
    if (row.isCopy) continue;
    const linked: Linked[] = [];
    for (const { cell, role } of row.linked) {
      for (const one of splitPupils(cell, (key) => book.isKnown(school, key))) {
        const name = parsePupilName(one.replaceAll(BRACKETS, ' '));
        if (name.key === '') continue;
        const naming = own.get(name.key) ?? book.note(school, name, null, null);
        linked.push({ naming, role: role === 'unknown' ? readRole(BRACKETS.test(one) ? one : '') : role });
        BRACKETS.lastIndex = 0;
      }
    }
    found.set(row, linked);
  }
  return found;
}

interface Part {
  readonly involvement: Involvement;
  readonly updated: string;
}

function gatherInvolvements<T>(
  incident: HeldIncident<T>,
  linked: ReadonlyMap<HeldRow, readonly Linked[]> | null,
  keys: readonly PupilKey[],
): Part[] {
  const parts = new Map<PupilKey, Part>();
  for (const row of incident.rows) {
    for (const { naming, role, origin, yearGroup, className } of row.isCopy ? [] : row.pupils) {
      const pupil = keys[naming] ?? '';
      const before = parts.get(pupil);
      if (before === undefined) {
        parts.set(pupil, {
          involvement: { pupil, role, origin, yearGroup, className },
          updated: row.updated,
        });
        continue;
      }
      const isLater = row.updated >= before.updated;
      const [winner, other] = isLater
        ? [{ role, origin, yearGroup, className }, before.involvement]
        : [before.involvement, { role, origin, yearGroup, className }];
      const involvement: Involvement = {
        pupil,
        role: joinRoles(winner.role, other.role),
        origin: winner.origin === 'row' || other.origin === 'row' ? 'row' : 'linked',
        yearGroup: winner.yearGroup ?? other.yearGroup,
        className: winner.className ?? other.className,
      };
      parts.set(pupil, { involvement, updated: isLater ? row.updated : before.updated });
    }
  }
  for (const list of linked?.values() ?? []) {
    for (const { naming, role } of list) {
      const pupil = keys[naming] ?? '';
      const before = parts.get(pupil);
      const involvement: Involvement =
        before === undefined
          ? { pupil, role, origin: 'linked', yearGroup: null, className: null }
          : { ...before.involvement, role: joinRoles(before.involvement.role, role) };
      parts.set(pupil, { involvement, updated: before?.updated ?? '' });
    }
  }
  return [...parts.values()];
}

function countRows<T>(
  incident: HeldIncident<T>,
  keys: readonly PupilKey[],
  merged: readonly MergeCounts[],
): void {
  const met = new Set<PupilKey>();
  for (const [index, row] of incident.rows.entries()) {
    const counts = merged[row.file];
    if (counts === undefined) continue;
    const pupil = keys[row.pupils[0]?.naming ?? -1] ?? '';
    if (index === 0) counts.distinct += 1;
    else if (row.isCopy) counts.exactDuplicate += 1;
    else if (met.has(pupil)) counts.superseded += 1;
    else counts.linkedPupil += 1;
    met.add(pupil);
  }
}

/** Case alone does not make a new category: each takes its most frequent spelling, at a tie the first by letter. */
function settleSpellings<T>(incidents: readonly HeldIncident<T>[]): (path: string) => string {
  const spellings = new Map<string, Map<string, number>>();
  for (const { winner } of incidents) {
    for (const path of winner.paths) {
      const key = path.toLowerCase();
      const counts = spellings.get(key) ?? new Map<string, number>();
      counts.set(path, (counts.get(path) ?? 0) + 1);
      spellings.set(key, counts);
    }
  }
  const settled = new Map<string, string>();
  for (const [key, counts] of spellings) {
    const [best] = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
    if (best !== undefined) settled.set(key, best[0]);
  }
  return (path) => settled.get(path.toLowerCase()) ?? path;
}

/** Behaviour outweighs the rest: a record with any behaviour category stays in behaviour reports. */
const WEIGHT: readonly IncidentKind[] = ['behaviour', 'safeguarding', 'accident', 'positive'];

function kindOf(paths: readonly string[], isPositive: boolean, map: CategoryMap): IncidentKind {
  if (paths.length === 0) return isPositive ? 'positive' : 'uncategorised';
  const kinds = new Set<IncidentKind>();
  for (const path of paths) {
    const meaning = map.find(path);
    const says =
      meaning === null || (meaning.nature === 'context' && meaning.codes.length === 0) ? null : meaning.kind;
    kinds.add(says ?? (isPositive ? 'positive' : 'behaviour'));
  }
  return WEIGHT.find((kind) => kinds.has(kind)) ?? 'behaviour';
}

function byDate<T extends { readonly date: string; readonly time: string | null; readonly key: string }>(
  a: T,
  b: T,
): number {
  if (a.date !== b.date) return a.date < b.date ? -1 : 1;
  const [one, other] = [a.time ?? '', b.time ?? ''];
  if (one !== other) return one < other ? -1 : 1;
  return a.key < b.key ? -1 : a.key > b.key ? 1 : 0;
}

function onlyInvolved(resolved: ResolvedPupils, involved: ReadonlySet<PupilKey>): Map<PupilKey, Pupil> {
  return new Map([...resolved.pupils].filter(([key]) => involved.has(key)));
}

/**
 * Turns merged rows into incidents once all files are read: settles who is who, how categories are spelled and
 * what kind each record is, and counts how the rows of each file were merged.
 */
export function buildIncidents<T>(
  merger: RowMerger<T>,
  book: PupilBook,
  readings: readonly FileReading[],
  map: CategoryMap,
): BuiltIncidents<T> {
  const held = [...merger.incidents()];
  const linked = held.map((incident) => noteLinked(incident, book));
  const resolved = book.resolve();
  const spell = settleSpellings(held);
  const merged = readings.map(() => ({ distinct: 0, exactDuplicate: 0, linkedPupil: 0, superseded: 0 }));
  const involved = new Set<PupilKey>();
  const built = held.map((incident, index) => {
    countRows(incident, resolved.keys, merged);
    const { file, updated: _, paths, isPositive, text, time, ...facts } = incident.winner;
    const parts = gatherInvolvements(incident, linked[index] ?? null, resolved.keys);
    const involvements = parts.map((part) => part.involvement);
    for (const { pupil } of involvements) involved.add(pupil);
    const isTimeless = time === '00:00' && readings[file]?.isTimeless === true;
    return {
      id: incident.id,
      key: incident.key,
      school: incident.school,
      kind: kindOf(paths, isPositive, map),
      ...facts,
      time: isTimeless ? null : time,
      categories: [...new Set(paths.map(spell))],
      text,
      involvements,
      updates: parts.map((part) => part.updated),
      isPositive,
      sources: incident.rows.map((row) => ({
        file: readings[row.file]?.examined.file ?? '',
        line: row.line,
      })),
      firstFile: incident.rows[0]?.file ?? 0,
    };
  });
  built.sort(byDate);
  const firstFile = built.map((incident) => incident.firstFile);
  const incidents = built.map(({ firstFile: _, ...incident }) => incident);
  return {
    incidents,
    pupils: onlyInvolved(resolved, involved),
    sharedNames: resolved.shared,
    merged,
    firstFile,
  };
}
