import type { IsoDate, PupilRole } from '../incident/incident.ts';
import { cleanNames } from './clean-names.ts';
import { collectSurnames } from './collect-surnames.ts';
import { isNobody } from './is-nobody.ts';
import { isStaffName } from './is-staff-name.ts';
import { joinWrappedName } from './join-wrapped-name.ts';
import type { Field } from './layout.ts';
import { orderNameParts } from './order-name-parts.ts';
import type { PupilBook } from './pupil-book.ts';
import { joinPupilName, type PupilName, parsePupilName, splitPupils } from './pupil-name.ts';
import { openPupilNumbers } from './pupil-numbers.ts';
import { readPoints } from './read-points.ts';
import { readRole } from './read-role.ts';
import { readSubjects, type Subject } from './read-subjects.ts';
import { type RowCells, remember } from './row-cells.ts';
import type { LinkedCell, RowPupil } from './row-pupil.ts';
import { openSharedLists } from './share-lists.ts';
import { normaliseYearGroup } from './year-group.ts';

export interface RowPupils {
  /** The first is the pupil the row is about; empty when it names nobody. */
  readonly pupils: readonly RowPupil[];
  readonly linked: readonly LinkedCell[];
  /** How many names of staff were left out. */
  readonly staff: number;
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

/** Column names that promise more than one pupil in a cell. */
const PLURAL_HEADER = /\((?:s|ren)\)|\binvolved\b|\b(?:pupils|students|children|learners|names)\W*$/i;

/** A header that promises no whole name where a column of surnames stands beside it. */
const BARE = /^\W*names?\W*$/i;

/** Opens the pupil columns of one file: who each row is about, and which cells name others. */
export function openRowPupils(
  cells: RowCells,
  book: PupilBook,
): (school: string, born: IsoDate | null) => RowPupils {
  const { place, cell } = cells;
  const { isSurnameFirst, hasWholeNames, wrapsNames, plainNames, knownNames } = cells.names;
  const [pupilAt, surnameAt, forenameAt] = [place('pupil'), place('surname'), place('forename')];
  const [yearAt, roleAt, originAt] = [place('year_group'), place('role'), place('origin')];
  const parts = PARTS.flatMap(([field, role]) =>
    [place(field), ...cells.further(field)].map((at) => ({ at, role })),
  ).filter(({ at }) => at !== -1);
  const otherSubjects = cells.further('pupil');
  const years = remember((text) => ({ year: normaliseYearGroup(text) }));
  const order = orderNameParts(cells.header('pupil'));
  const isPlural = PLURAL_HEADER.test(cells.header('pupil'));
  /** Our own register holds clean names already. */
  const clean = cells.isRegister ? (text: string): string => text : cleanNames;
  const isSurname = collectSurnames(knownNames).has;
  const habits = {
    isPlural,
    isSurnameFirst,
    plainNames,
    knownNames,
    isSurname: (word: string) => isSurname(word),
  };
  const unwrap = wrapsNames && !isPlural ? joinWrappedName : (text: string): string => text;
  const subjects = remember((subject) => readSubjects(order(unwrap(clean(subject))), habits));
  const pointsAt = place('points');
  const points = remember((text) => ({ points: readPoints(text) }));
  const joined = remember((text) => {
    const [surname = '', forename = ''] = text.split('\u001f');
    return joinPupilName(clean(forename), clean(surname));
  });
  const numbers = openPupilNumbers(cells);
  const share = openSharedLists();
  /** Beside a column of surnames and none of forenames, a column such as `Name` may hold the forename. */
  const isSurnameApart = pupilAt !== -1 && surnameAt !== -1 && forenameAt === -1;
  const isBare = BARE.test(cells.header('pupil'));

  /** The forename in the pupil's cell with the surname beside it; null where the cell holds the whole name. */
  const withSurname = (text: string, names: readonly PupilName[]): PupilName | null => {
    const surname = clean(cell(surnameAt));
    const [only] = names;
    if (only === undefined || names.length > 1 || text.includes(',') || isNobody(surname)) return null;
    const words = only.key.split(/[ -]/);
    if (words.length > 1 && (!isBare || hasWholeNames)) return null;
    const isIn = parsePupilName(surname)
      .key.split(/[ -]/)
      .some((word) => words.includes(word));
    return isIn ? null : joined(`${surname}\u001f${text}`);
  };

  /** The pupil's cell, with those of further columns of pupils behind it. */
  const subjectCell = (): string => {
    if (otherSubjects.length === 0) return cell(pupilAt);
    return [pupilAt, ...otherSubjects]
      .map(cell)
      .filter((one) => !isNobody(one))
      .join('; ');
  };

  /** `NULL`, which elsewhere is no value, is a surname where a forename in capitals stands beside it. */
  const readSurname = (forename: string): string => {
    const surname = cell(surnameAt);
    const isBeside = surname === '' && /^\p{Lu}[\p{Lu}' -]+$/u.test(forename);
    return isBeside && cells.written(surnameAt) === 'NULL' ? 'NULL' : surname;
  };

  const readNames = (upn: string | null): readonly Subject[] => {
    const { text, names } = subjects(subjectCell());
    if (text !== '') {
      const whole = isSurnameApart ? withSurname(text, names) : null;
      if (whole !== null) return [whole];
      const isOne =
        names.length > 1 &&
        otherSubjects.length === 0 &&
        upn !== null &&
        !names.every(({ name }) => name.includes(' '));
      return isOne ? [parsePupilName(text.replaceAll(/[\r\n]+/g, ' '))] : names;
    }
    const forename = cell(forenameAt);
    const surname = readSurname(forename);
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
  const fromRoles = (school: string, linked: readonly LinkedCell[], subjectStaff: number): RowPupils => {
    for (const [index, { cell: named, role }] of linked.entries()) {
      if (role !== 'harming' && role !== 'harmed') continue;
      const all = splitPupils(named);
      const names = all.filter((one) => !isStaffName(one));
      if (names.length === 0) continue;
      const staff = subjectStaff + all.length - names.length;
      const pupils = names.map((one): RowPupil => {
        const name = parsePupilName(one);
        const naming = book.note(school, name, name.upn ?? null, name.born ?? null);
        return { naming, role, origin: 'row', ...UNSAID };
      });
      return { pupils, linked: linked.filter((_, other) => other !== index), staff };
    }
    return { pupils: NONE, linked, staff: subjectStaff };
  };

  return (school, born) => {
    const own = numbers.readOne();
    const names = readNames(own);
    const { staff, titled } = subjects(subjectCell());
    const upns = names.length > 1 ? numbers.readSeveral(names.length) : [own];
    const named = parts.length === 0 ? NO_LINKED : readLinked();
    const linked: readonly LinkedCell[] =
      titled.length === 0 ? named : [...named, { cell: titled.join('; '), role: 'unknown' }];
    const [first] = names;
    if (first === undefined) return fromRoles(school, linked, staff);
    const said = roleAt === -1 ? 'unknown' : readRole(cell(roleAt));
    const roleOf = (one: Subject): PupilRole => (said === 'unknown' ? (one.role ?? said) : said);
    const origin = originAt !== -1 && cell(originAt) === 'linked' ? 'linked' : 'row';
    const subject: RowPupil = {
      naming: book.note(
        school,
        first,
        upns[0] ?? first.upn ?? null,
        first.born ?? (names.length > 1 ? null : born),
      ),
      role: roleOf(first),
      origin,
      yearGroup: yearAt === -1 ? null : years(cell(yearAt)).year,
      className: cells.short('class'),
      points: pointsAt === -1 ? null : points(cell(pointsAt)).points,
    };
    if (names.length === 1) return { pupils: share(subject), linked, staff };
    const others = names.slice(1).map((name, index): RowPupil => {
      const naming = book.note(school, name, upns[index + 1] ?? name.upn ?? null, name.born ?? null);
      return { naming, role: roleOf(name), origin, ...UNSAID };
    });
    return { pupils: [subject, ...others], linked, staff };
  };
}
