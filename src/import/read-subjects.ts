import type { PupilRole } from '../incident/incident.ts';
import { isClassOnly } from './is-class-only.ts';
import { isNobody } from './is-nobody.ts';
import { isStaffName, isStaffWord } from './is-staff-name.ts';
import {
  countNameCommas,
  isParted,
  leaveOutNobody,
  type PupilName,
  parsePupilName,
  splitPupils,
} from './pupil-name.ts';
import { readRole } from './read-role.ts';
import { shareSurname } from './share-surname.ts';
import { softenForename } from './soften-forename.ts';
import { spellOutNames } from './spell-out-names.ts';
import { splitPartLabel } from './split-part-label.ts';

/** A name, and what the brackets behind it say of the pupil's part. */
export type Subject = PupilName & { readonly role?: PupilRole };

/** A cell of the subject as plain text, '' where it names nobody, and the names in it. */
interface Subjects {
  readonly text: string;
  readonly names: readonly Subject[];
  readonly staff: number;
  /** Whole names with a title, which staff bear, but perhaps a pupil: who else the file names must say. */
  readonly titled: readonly string[];
}

/** Longer text is no name. */
const LONGEST = 300;
const BRACKETS = /\s*[([][^)\]]*[)\]]/g;

/** One subject: `Ann Lee (Perpetrator)` and `Perpetrator: Ann Lee` are Ann Lee, who did harm; other brackets belong to the name. */
function readSubject(cell: string, plainNames: ReadonlySet<string>): Subject {
  const labelled = splitPartLabel(cell.slice(0, LONGEST));
  let { role } = labelled;
  const name = labelled.name.replaceAll(BRACKETS, (found) => {
    const said = readRole(found);
    if (said === 'unknown') return found;
    role = said;
    return ' ';
  });
  const soft = plainNames.size === 0 ? null : softenForename(name);
  const isSoft = soft !== null && plainNames.has(soft.toLowerCase());
  return { ...parsePupilName(isSoft ? soft : name), role };
}

/** `Mrs Dunn`, `Dunn, Mrs A`; not `Ann Lee, Mrs Dunn`, which names a pupil too. */
const MRS = /^(?:[^\s,]+,\s*)?mrs\b/i;

/**
 * Takes staff from the names of a cell: words such as `Staff` and a `Mrs` always, `Miss Dunn` only beside a name without a
 * title, since a school may write titles before its pupils' names.
 */
function leaveOutStaff(names: readonly string[]): readonly string[] {
  const bare = names.map((name) => splitPartLabel(name).name);
  if (!bare.some(isStaffName)) return names;
  const isMixed = bare.some((name) => !isStaffName(name));
  const isStaff = (name: string): boolean =>
    isMixed ? isStaffName(name) : isStaffWord(name) || MRS.test(name);
  return names.filter((_, index) => !isStaff(bare[index] ?? ''));
}

/** How a file writes its pupils' names. */
interface NameHabits {
  /** True under a header such as `Students Involved`. */
  readonly isPlural: boolean;
  readonly isSurnameFirst: boolean;
  readonly plainNames: ReadonlySet<string>;
  readonly knownNames: ReadonlySet<string>;
  readonly isSurname: (word: string) => boolean;
}

/** `Miss Ella Jones`, with forename and surname; no pupil is a `Mrs`. */
const TITLED = /^\s*(?:miss|master|ms|mr)\b\.?\s+\p{L}\S*\s+\p{L}/iu;

/**
 * Cells of the subject: one name, or several where `;`, line breaks, `and` or more than one comma part them. Under a
 * header such as `Students Involved` a single comma between two whole names parts them too; elsewhere it stands
 * between surname and forename.
 */
export function readSubjects(
  written: string,
  { isPlural, isSurnameFirst, plainNames, knownNames, isSurname }: NameHabits,
): Subjects {
  const isKnown = (key: string): boolean => knownNames.has(key);
  const subject = shareSurname(
    spellOutNames(leaveOutNobody(written)),
    { isKnown, isSurname },
    isSurnameFirst,
  );
  if (isNobody(subject) || isClassOnly(subject)) return { text: '', names: [], staff: 0, titled: [] };
  const isList = isPlural || isParted(subject) || countNameCommas(subject) > 1;
  const isOnePair = !isPlural || isSurnameFirst;
  const cells = isList ? splitPupils(subject, { isSurname }, isOnePair, isSurnameFirst) : [subject];
  const pupils = leaveOutStaff(cells);
  const titled = cells.filter((one) => TITLED.test(one) && !pupils.includes(one));
  const staff = cells.length - pupils.length - titled.length;
  return {
    text: pupils.length === 0 ? '' : subject,
    names: pupils.map((one) => readSubject(one, plainNames)),
    staff,
    titled,
  };
}
