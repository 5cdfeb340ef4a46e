import type { Involvement, PupilKey, PupilRole } from '../incident/incident.ts';
import { type HeldIncident, rowsOf } from './held-incident.ts';
import { isStaffName } from './is-staff-name.ts';
import { joinRoles } from './join-roles.ts';
import type { PupilBook } from './pupil-book.ts';
import { type PupilName, parsePupilName, splitPupils } from './pupil-name.ts';
import { readRole } from './read-role.ts';
import { remember } from './row-cells.ts';
import type { RowPupil } from './row-pupil.ts';
import { shareSurname } from './share-surname.ts';
import { softenForename } from './soften-forename.ts';
import { spellOutNames } from './spell-out-names.ts';
import { splitPartLabel } from './split-part-label.ts';

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

interface ReadName {
  /** With the brackets that say nothing of the part: `Jayden (Jay) Bell` may be how the pupil's own rows say it. */
  readonly whole: PupilName;
  readonly bare: PupilName;
  /** As `whole`, for `ANN Lee` whom the pupil's own rows call Ann Lee. */
  readonly soft: PupilName;
  /** What the brackets behind the name say of the part. */
  readonly role: PupilRole;
}

function readName(cell: string): ReadName {
  const { role: said, name: text } = splitPartLabel(cell.slice(0, 300));
  const bare = text.replaceAll(BRACKETS, ' ');
  const behind = /[([]/.test(text) ? readRole(text.slice(text.search(/[([]/))) : 'unknown';
  const role = behind === 'unknown' ? said : behind;
  const whole = text.replaceAll(BRACKETS, (found) => (readRole(found) === 'unknown' ? found : ' '));
  const soft = parsePupilName(softenForename(whole) ?? whole);
  return { whole: parsePupilName(whole), bare: parsePupilName(bare), soft, role };
}

/** Namings of the incident's own rows by the key of the name. */
function ownNames<T>(incident: HeldIncident<T>, book: PupilBook): Map<string, number> {
  const own = new Map<string, number>();
  for (const row of rowsOf(incident)) {
    for (const { naming } of row.pupils) {
      const key = book.nameKey(naming);
      if (!own.has(key)) own.set(key, naming);
    }
  }
  return own;
}

function hasLinked<T>({ first, later }: HeldIncident<T>): boolean {
  return first.linked.length > 0 || (later?.some((row) => row.linked.length > 0) ?? false);
}

/**
 * Opens the reading of linked cells: gives the namings of all pupils they name in an incident. A name that the
 * incident's own rows bear means that very pupil, even where another pupil of the school shares it. Each name of staff
 * that is left out is told, with the number of its file.
 */
export function openLinkedReader<T>(
  book: PupilBook,
  onStaff: (file: number) => void,
): (incident: HeldIncident<T>) => readonly LinkedNaming[] {
  const read = remember(readName);
  return (incident) => {
    if (!hasLinked(incident)) return [];
    const isKnown = (key: string): boolean => book.isKnown(incident.schoolKey, key);
    const isSurname = (word: string): boolean => book.isSurname(incident.schoolKey, word);
    const own = ownNames(incident, book);
    const found: LinkedNaming[] = [];
    for (const row of rowsOf(incident)) {
      if (row.isCopy) continue;
      for (const { cell, role } of row.linked) {
        const shared = shareSurname(spellOutNames(cell), { isKnown, isSurname });
        for (const one of splitPupils(shared, { isKnown, isSurname })) {
          const { whole, bare, soft, role: said } = read(one);
          const known = [whole, soft].find(({ key }) => own.has(key) || isKnown(key));
          const isPupil = known !== undefined || own.has(bare.key) || isKnown(bare.key);
          if (!isPupil && isStaffName(splitPartLabel(one).name)) {
            onStaff(row.file);
            continue;
          }
          const name = known ?? bare;
          const isNamed = name.key !== '';
          if (!isNamed && name.upn === undefined) continue;
          const naming =
            (isNamed ? own.get(name.key) : undefined) ??
            book.note(incident.schoolKey, name, whole.upn ?? null, whole.born ?? null);
          found.push({ naming, role: role === 'unknown' ? said : role });
        }
      }
    }
    return found;
  };
}

function addRow(parts: Map<PupilKey, Part>, pupil: PupilKey, row: RowPupil, updated: number): void {
  const before = parts.get(pupil);
  const { role, origin, yearGroup, className, points } = row;
  if (before === undefined) {
    parts.set(pupil, { involvement: { pupil, role, origin, yearGroup, className, points }, updated });
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
    points: winner.points ?? other.points ?? null,
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
  const [only, second] = incident.first.pupils;
  if (incident.later === null && linked.length === 0 && only !== undefined && second === undefined) {
    const { naming, role, origin, yearGroup, className, points } = only;
    const involvement = { pupil: keys[naming] ?? '', role, origin, yearGroup, className, points };
    return [{ involvement, updated: incident.first.updated }];
  }
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
        ? { pupil, role, origin: 'linked', yearGroup: null, className: null, points: null }
        : { ...before.involvement, role: joinRoles(before.involvement.role, role) };
    parts.set(pupil, { involvement, updated: before?.updated ?? -1 });
  }
  return [...parts.values()];
}
