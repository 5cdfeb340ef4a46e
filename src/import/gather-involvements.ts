import type { Involvement, PupilKey, PupilRole } from '../incident/incident.ts';
import { type HeldIncident, joinRoles, rowsOf } from './merge-rows.ts';
import type { PupilBook } from './pupil-book.ts';
import { parsePupilName, splitPupils } from './pupil-name.ts';
import { readRole } from './read-role.ts';
import type { RowPupil } from './read-row-pupils.ts';

/** A pupil whom a linked cell names. */
export interface LinkedNaming {
  readonly naming: number;
  readonly role: PupilRole;
}

/** One pupil's part, with when the row that says so was last updated. */
export interface Part {
  readonly involvement: Involvement;
  readonly updated: number;
}

const BRACKETS = /\s*[([][^)\]]*[)\]]\s*/g;

function readOne(
  cell: string,
  role: PupilRole,
): { key: string; name: ReturnType<typeof parsePupilName>; role: PupilRole } {
  const bare = cell.replaceAll(BRACKETS, ' ');
  const name = parsePupilName(bare);
  const said = role === 'unknown' && bare !== cell ? readRole(cell.slice(cell.search(/[([]/))) : role;
  return { key: name.key, name, role: said };
}

/**
 * The namings of all pupils in the linked cells of an incident. A name that the incident's own rows bear means
 * that very pupil, even where another pupil of the school shares it.
 */
export function noteLinked<T>(incident: HeldIncident<T>, book: PupilBook): readonly LinkedNaming[] {
  const { first, later } = incident;
  if (first.linked.length === 0 && (later === null || later.every((row) => row.linked.length === 0)))
    return [];
  const school = (incident.school ?? '').toLowerCase();
  const own = new Map<string, number>();
  const rows = rowsOf(incident);
  for (const row of rows) {
    for (const { naming } of row.pupils) {
      const key = book.nameKey(naming);
      if (!own.has(key)) own.set(key, naming);
    }
  }
  const found: LinkedNaming[] = [];
  for (const row of rows) {
    if (row.isCopy) continue;
    for (const { cell, role } of row.linked) {
      for (const one of splitPupils(cell, (key) => book.isKnown(school, key))) {
        const read = readOne(one, role);
        if (read.key === '') continue;
        found.push({
          naming: own.get(read.key) ?? book.note(school, read.name, null, null),
          role: read.role,
        });
      }
    }
  }
  return found;
}

function addRow(parts: Map<PupilKey, Part>, pupil: PupilKey, row: RowPupil, updated: number): void {
  const before = parts.get(pupil);
  const { role, origin, yearGroup, className } = row;
  if (before === undefined) {
    parts.set(pupil, { involvement: { pupil, role, origin, yearGroup, className }, updated });
    return;
  }
  const isLater = updated >= before.updated;
  const [winner, other] = isLater ? [row, before.involvement] : [before.involvement, row];
  const involvement: Involvement = {
    pupil,
    role: joinRoles(winner.role, other.role),
    origin: winner.origin === 'row' || other.origin === 'row' ? 'row' : 'linked',
    yearGroup: winner.yearGroup ?? other.yearGroup,
    className: winner.className ?? other.className,
  };
  parts.set(pupil, { involvement, updated: isLater ? updated : before.updated });
}

/**
 * Gathers who is in an incident from all its rows: what the row last updated says of year and class holds;
 * pupils named only in a linked cell are in it as `linked`.
 */
export function gatherInvolvements<T>(
  incident: HeldIncident<T>,
  linked: readonly LinkedNaming[],
  keys: readonly PupilKey[],
): readonly Part[] {
  const parts = new Map<PupilKey, Part>();
  for (const row of rowsOf(incident)) {
    if (row.isCopy) continue;
    for (const named of row.pupils) addRow(parts, keys[named.naming] ?? '', named, row.updated);
  }
  for (const { naming, role } of linked) {
    const pupil = keys[naming] ?? '';
    const before = parts.get(pupil);
    const involvement: Involvement =
      before === undefined
        ? { pupil, role, origin: 'linked', yearGroup: null, className: null }
        : { ...before.involvement, role: joinRoles(before.involvement.role, role) };
    parts.set(pupil, { involvement, updated: before?.updated ?? -1 });
  }
  return [...parts.values()];
}
