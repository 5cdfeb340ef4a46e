import type { IsoDate, PupilRole } from '../incident/incident.ts';
import { PUPIL_ID, type PupilBook } from './pupil-book.ts';
import { isNobody, joinPupilName, type PupilName, parsePupilName, splitPupils } from './pupil-name.ts';
import { readRole } from './read-role.ts';
import type { Field } from './recognise-columns.ts';
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
        one.origin === pupil.origin;
      if (isSame) return list;
    }
    const list = [pupil];
    known.push(list);
    return list;
  };
}

/** Cells of the subject: one name, or several where `;`, line breaks or more than one comma part them. */
function readSubjects(subject: string): { readonly names: readonly PupilName[] } {
  const isList = /[;|\n\r]/.test(subject) || subject.split(',').length > 2;
  const cells = isList ? splitPupils(subject, () => true) : [subject];
  return { names: cells.map(parsePupilName) };
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
  const subjects = remember(readSubjects);
  const joined = remember((text) => {
    const [surname = '', forename = ''] = text.split('\u001f');
    return joinPupilName(forename, surname);
  });
  const share = openSharedLists();

  const readUpn = (): string | null => {
    const upn = cell(upnAt);
    if (upn !== '' && !isNobody(upn)) return upn.toUpperCase().replaceAll(/\s+/g, '');
    const pupilId = cell(pupilIdAt);
    return pupilId === '' || isNobody(pupilId)
      ? null
      : PUPIL_ID + pupilId.toUpperCase().replaceAll(/\s+/g, '');
  };

  const readNames = (upn: string | null): readonly PupilName[] => {
    const subject = cell(pupilAt);
    if (subject !== '' && !isNobody(subject)) {
      const { names } = subjects(subject);
      return upn !== null && names.length > 1 ? [parsePupilName(subject.replaceAll(/[\r\n]+/g, ' '))] : names;
    }
    const [surname, forename] = [cell(surnameAt), cell(forenameAt)];
    const isNamed = (surname !== '' && !isNobody(surname)) || (forename !== '' && !isNobody(forename));
    if (isNamed) return [joined(`${surname}\u001f${forename}`)];
    return upn === null ? [] : [NO_NAME];
  };

  const readLinked = (): readonly LinkedCell[] => {
    let linked: LinkedCell[] | null = null;
    for (const { at, role } of parts) {
      const text = cell(at);
      if (text === '' || isNobody(text)) continue;
      linked ??= [];
      linked.push({ cell: text, role });
    }
    return linked ?? NO_LINKED;
  };

  /** Where only role columns name pupils, the first of them that does names the subjects. */
  const fromRoles = (school: string, linked: readonly LinkedCell[]): RowPupils => {
    const index = linked.findIndex(({ role }) => role === 'harming' || role === 'harmed');
    const named = linked[index];
    if (named === undefined) return { pupils: NONE, linked };
    const pupils = splitPupils(named.cell).map((one): RowPupil => {
      const naming = book.note(school, parsePupilName(one), null, null);
      return { naming, role: named.role, origin: 'row', yearGroup: null, className: null };
    });
    return { pupils, linked: linked.filter((_, other) => other !== index) };
  };

  return (school, born) => {
    const upn = readUpn();
    const names = readNames(upn);
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
    };
    if (names.length === 1) return { pupils: share(subject), linked };
    const others = names.slice(1).map((name): RowPupil => {
      return { naming: book.note(school, name, null, null), role, origin, yearGroup: null, className: null };
    });
    return { pupils: [subject, ...others], linked };
  };
}
