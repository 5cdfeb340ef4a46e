import { isNobody } from './is-nobody.ts';
import { isStaffWord } from './is-staff-name.ts';
import words from './nobody-words.yaml';
import { type NameKnowledge, parsePupilName } from './pupil-name.ts';

const WORD = "\\p{Lu}[\\p{L}'\u2018\u2019-]+";
const AND = '(?:\\s+and\\s+|\\s*[&+]\\s*)';
/** A class or the like behind the last name. */
const REST = '(\\s*[([][^)\\]]*[)\\]])?';
/** `Smith, John and Jane`. */
const SURNAME_FIRST = new RegExp(`^(${WORD}(?: ${WORD})?),\\s*(${WORD})${AND}(${WORD})${REST}$`, 'u');
/** `John and Jane Smith`. */
const SURNAME_LAST = new RegExp(`^(${WORD})${AND}(${WORD}) (${WORD})${REST}$`, 'u');

/** A longer cell is text in the wrong column, and slow to match. */
const LONGEST = 1000;

const { people, wholes, relations, amounts } = words as Readonly<
  Record<'people' | 'wholes' | 'relations' | 'amounts', readonly string[]>
>;
/** `Lee, Ann and Mum`: words that tell who it is without a name. */
const NO_FORENAMES: ReadonlySet<string> = new Set([...people, ...wholes, ...relations, ...amounts]);

function isForename(word: string, { isKnown, isSurname }: NameKnowledge): boolean {
  const isName = !NO_FORENAMES.has(word.toLowerCase()) && !isNobody(word) && !isStaffWord(word);
  if (isSurname(word)) return false;
  return isName && !isKnown(parsePupilName(word).key);
}

function readPair(
  line: string,
  known: NameKnowledge,
  isSurnameFirst: boolean,
): readonly [string, string] | null {
  const before = SURNAME_FIRST.exec(line);
  const found = before ?? SURNAME_LAST.exec(line);
  if (found === null) return null;
  const [, one = '', two = '', three = '', rest = ''] = found;
  const [surname, forename, other] = before === null ? [three, one, two] : [one, two, three];
  const [first, second] = [`${surname}, ${forename}`, `${surname}, ${other}${rest}`];
  const lonely = before === null ? forename : other;
  if (!isForename(lonely, known)) return null;
  const isSaid = (name: string): boolean => known.isKnown(parsePupilName(name).key);
  const isShared =
    before === null ? isSaid(first) : isSurnameFirst || isSaid(first) || isSaid(`${surname}, ${other}`);
  return isShared ? [first, second] : null;
}

/**
 * Gives two pupils the surname that a line of a cell writes once: `Smith, John and Jane` where surnames stand first or one
 * of both is known (not so `Lee, Ann and Brown` where Brown is a pupil's surname), and `John and Jane Smith` where John Smith is. Otherwise nobody can tell whose surname it is.
 */
export function shareSurname(cell: string, known: NameKnowledge, isSurnameFirst = false): string {
  if (cell.length > LONGEST || !/[&+]|\sand\s/.test(cell)) return cell;
  return cell
    .split(/[;|\n\r]+/)
    .map((line) => readPair(line.trim(), known, isSurnameFirst)?.join('; ') ?? line)
    .join(';');
}
