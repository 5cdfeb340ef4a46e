import type { IsoDate, PupilRole } from '../incident/incident.ts';
import { cleanNames } from './clean-names.ts';
import { isStaffName } from './is-staff-name.ts';
import type { Field } from './layout.ts';
import { PUPIL_ID, type PupilBook } from './pupil-book.ts';
import {
  countNameCommas,
  isNobody,
  joinPupilName,
  type PupilName,
  parsePupilName,
  splitPupils,
} from './pupil-name.ts';
import { readRole } from './read-role.ts';
import { type RowCells, remember } from './row-cells.ts';
import { normaliseYearGroup } from './year-group.ts';

/** One pupil as a row names them. */
export interface RowPupil {
  /** Number of the naming in the pupil book. */
  readonly naming: number;
  readonly role: PupilRole;
  readonly origin: 'row' | 'linked';
  readonly yearGroup: string | null;
  readonly className: string | null;
  readonly points: number | null;
}

/** A cell that names further pupils; read when the names of all rows are known. */
export interface LinkedCell {
  readonly cell: string;
  readonly role: PupilRole;
}

export interface RowPupils {
  /** The first is the pupil the row is about; empty when it names nobody. */
  readonly pupils: readonly RowPupil[];
  readonly linked: readonly LinkedCell[];
}

const NONE: readonly RowPupil[] = [];
const UNSAID = { yearGroup: null, className: null, points: null };
const NO_LINKED: readonly LinkedCell[] = [];
const NO_NAME: PupilName = { name: '', key: '' };
const PARTS: readonly (readonly [Field, PupilRole])[] = [
  ['harming', 'harming'],
  ['harmed', 'harmed'],
  ['witness', 'witness'],
  ['linked', 'unknown'],
];

/** Rows of one pupil in one class share one list, since a pupil comes again and again. */
function openSharedLists(): (pupil: RowPupil) => readonly RowPupil[] {
  const lists: (readonly RowPupil[])[][] = [];
  return (pupil) => {
    let known = lists[pupil.naming];
    if (known === undefined) {
      known = [];
      lists[pupil.naming] = known;
    }
    for (const list of known) {
      const [one] = list;
      const isSame =
        one?.yearGroup === pupil.yearGroup &&
        one.className === pupil.className &&
        one.role === pupil.role &&
        one.origin === pupil.origin &&
        one.points === pupil.points;
      if (isSame) return list;
    }
    const list = [pupil];
    known.push(list);
    return list;
  };
}

/** Column names that promise more than one pupil in a cell. */
const PLURAL_HEADER = /\((?:s|ren)\)|\binvolved\b|\b(?:pupils|students|children|learners|names)\W*$/i;
const PARTED = /[;|\n\r]|\s[&/]\s|\sand\s/i;

/** A cell of the subject as plain text, '' where it names nobody, and the names in it. */
interface Subjects {
  readonly text: string;
  readonly names: readonly PupilName[];
}

/**
 * Cells of the subject: one name, or several where `;`, line breaks, `and` or more than one comma part them. Under a
 * header such as `Students Involved` a single comma between two whole names parts them too; elsewhere it stands
 * between surname and forename.
 */
function readSubjects(subject: string, isPlural: boolean): Subjects {
  if (isNobody(subject)) return { text: '', names: [] };
  const isList = isPlural || PARTED.test(subject) || countNameCommas(subject) > 1;
  const cells = isList ? splitPupils(subject, () => !isPlural) : [subject];
  return { text: subject, names: cells.map(parsePupilName) };
}

/**
 * Whether a cell stands for a number that is not there: a placeholder, noughts, or what a spreadsheet made of a long
 * number. Such cells are alike for many pupils, who would become one.
 */
function isNoNumber(cell: string): boolean {
  return isNobody(cell) || /^(?:[0x.\s-]+|#[a-z/]+[!?]?|\d(?:[.,]\d+)?e\+?\d+)$/i.test(cell);
}

/** Points as written, `-3`, `+2` or `2 points`; null for anything else. */
function readPoints(cell: string): number | null {
  const found = /^([+-]?\d+(?:\.\d+)?)(?: ?(?:points?|pts?))?$/i.exec(cell.replace('\u2212', '-'));
  return found === null ? null : Number(found[1]);
}

/** Opens the pupil columns of one file: who each row is about, and which cells name others. */
export function openRowPupils(
  cells: RowCells,
  book: PupilBook,
): (school: string, born: IsoDate | null) => RowPupils {
  const { place, cell } = cells;
  const [pupilAt, surnameAt, forenameAt, upnAt] = [
    place('pupil'),
    place('surname'),
    place('forename'),
    place('upn'),
  ];
  /** An admission number stands in for the UPN only where the export has no UPN column at all. */
  const pupilIdAt = upnAt === -1 || cells.isRegister ? place('pupil_id') : -1;
  const [yearAt, roleAt, originAt] = [place('year_group'), place('role'), place('origin')];
  const parts = PARTS.map(([field, role]) => ({ at: place(field), role })).filter(({ at }) => at !== -1);
  const years = remember((text) => ({ year: normaliseYearGroup(text) }));
  const isPlural = PLURAL_HEADER.test(cells.header('pupil'));
  /** Our own register holds clean names already. */
  const clean = cells.isRegister ? (text: string): string => text : cleanNames;
  const subjects = remember((subject) => readSubjects(clean(subject), isPlural));
  const pointsAt = place('points');
  const points = remember((text) => ({ points: readPoints(text) }));
  const joined = remember((text) => {
    const [surname = '', forename = ''] = text.split('\u001f');
    return joinPupilName(clean(forename), clean(surname));
  });
  const share = openSharedLists();

  const readUpn = (): string | null => {
    const upn = cell(upnAt);
    if (upn !== '' && !isNoNumber(upn)) return upn.toUpperCase().replaceAll(/\s+/g, '');
    const pupilId = cell(pupilIdAt);
    return pupilId === '' || isNoNumber(pupilId)
      ? null
      : PUPIL_ID + pupilId.toUpperCase().replaceAll(/\s+/g, '');
  };

  /** The UPN of each of several subjects, where the cell has as many; else nobody can tell whose it is. */
  const readUpns = (count: number): readonly string[] | null => {
    const upns = cell(upnAt)
      .split(/[;|,\n\r]+/)
      .map((upn) => upn.trim().toUpperCase());
    return upns.length === count && !upns.includes('') ? upns : null;
  };

  const severalSubjects = (): {
    readonly names: readonly PupilName[];
    readonly upns: readonly string[];
  } | null => {
    const { names } = subjects(cell(pupilAt));
    const upns = names.length > 1 ? readUpns(names.length) : null;
    return upns === null ? null : { names, upns };
  };

  const readNames = (upn: string | null): readonly PupilName[] => {
    const { text, names } = subjects(cell(pupilAt));
    if (text !== '') {
      return upn !== null && names.length > 1 ? [parsePupilName(text.replaceAll(/[\r\n]+/g, ' '))] : names;
    }
    const [surname, forename] = [cell(surnameAt), cell(forenameAt)];
    const isNamed = (surname !== '' && !isNobody(surname)) || (forename !== '' && !isNobody(forename));
    if (isNamed) return [joined(`${surname}\u001f${forename}`)];
    return upn === null ? [] : [NO_NAME];
  };

  const readLinked = (): readonly LinkedCell[] => {
    let linked: LinkedCell[] | null = null;
    for (const { at, role } of parts) {
      const text = clean(cell(at));
      if (text === '' || isNobody(text)) continue;
      linked ??= [];
      linked.push({ cell: text, role });
    }
    return linked ?? NO_LINKED;
  };

  /** Where only role columns name pupils, the first of them that does names the subjects. */
  const fromRoles = (school: string, linked: readonly LinkedCell[]): RowPupils => {
    for (const [index, { cell: named, role }] of linked.entries()) {
      if (role !== 'harming' && role !== 'harmed') continue;
      const names = splitPupils(named).filter((one) => !isStaffName(one));
      if (names.length === 0) continue;
      const pupils = names.map((one): RowPupil => {
        const naming = book.note(school, parsePupilName(one), null, null);
        return { naming, role, origin: 'row', ...UNSAID };
      });
      return { pupils, linked: linked.filter((_, other) => other !== index) };
    }
    return { pupils: NONE, linked };
  };

  return (school, born) => {
    const several = cell(upnAt) === '' ? null : severalSubjects();
    const upn = several === null ? readUpn() : (several.upns[0] ?? null);
    const names = several?.names ?? readNames(upn);
    const linked = parts.length === 0 ? NO_LINKED : readLinked();
    const [first] = names;
    if (first === undefined) return fromRoles(school, linked);
    const role = roleAt === -1 ? 'unknown' : readRole(cell(roleAt));
    const origin = originAt !== -1 && cell(originAt) === 'linked' ? 'linked' : 'row';
    const subject: RowPupil = {
      naming: book.note(school, first, upn, born),
      role,
      origin,
      yearGroup: yearAt === -1 ? null : years(cell(yearAt)).year,
      className: cells.short('class'),
      points: pointsAt === -1 ? null : points(cell(pointsAt)).points,
    };
    if (names.length === 1) return { pupils: share(subject), linked };
    const others = names.slice(1).map((name, index): RowPupil => {
      const naming = book.note(school, name, several?.upns[index + 1] ?? null, null);
      return { naming, role, origin, ...UNSAID };
    });
    return { pupils: [subject, ...others], linked };
  };
}
