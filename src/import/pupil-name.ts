import type { IsoDate } from '../incident/incident.ts';
import { isClassOnly } from './is-class-only.ts';
import { isNobody } from './is-nobody.ts';
import { isStaffWord } from './is-staff-name.ts';
import { parseDate } from './parse-date.ts';
import { stripInvisible } from './strip-invisible.ts';
import { stripNameMarks } from './strip-name-marks.ts';
import { stripNameTail } from './strip-name-tail.ts';
import { takeNameNumber } from './take-name-number.ts';

/** A pupil's name as written once, and the key that all its spellings share. */
export interface PupilName {
  /** Forename Surname. */
  readonly name: string;
  readonly key: string;
  /** The date of birth that stands in brackets behind the name. */
  readonly born?: IsoDate;
  /** The UPN that stands there. */
  readonly upn?: string;
}

/** What a file has told of the names of its pupils. */
export interface NameKnowledge {
  readonly isKnown: (key: string) => boolean;
  /** A surname that is nobody's forename. */
  readonly isSurname: (word: string) => boolean;
}

const LEAVER =
  /[([]\s*(?:leaver|left|former pupil|ex[- ]pupil|inactive|off roll|alumn(?:i|us|a))[^)\]]*[)\]]|\s+-\s+leaver$/i;
const GROUP =
  '(?:(?:national curriculum |nc |curriculum )?(?:year|yr|y)(?: group)?\\s*(?:\\d{1,2}|r|n)\\b|\\d{1,2}[a-z]{1,3}\\d?\\b|reception|nursery|rec|eyfs|pre-?school|(?:class|form|reg|tutor group)\\s+\\w{1,6})';
/** What only brackets tell from initials and codes: stages of Scottish schools, Welsh and early years, `Maple Class`. */
const BRACKETED =
  "(?:p[1-7][a-z]?|s[1-6][a-z\\d]?|bl(?:wyddyn)?\\.?\\s*\\d{1,2}|(?:n|fs?)[12]|[a-z']+ class)";
/**
 * The class or year behind a name: `(5H)`, `(Year 5)`, `(Year 7, 7A)`, `(7A/Ma1)`, ` - 7A`. Never a bare number, which may
 * tell two pupils apart.
 */
const CLASS = new RegExp(
  `\\s*[([]\\s*(?:(?:both|all)(?: in| of)? )?(?:${GROUP}|${BRACKETED})(?:\\s*[-,/;]\\s*[\\w ]{1,20})?\\s*[)\\]]|\\s+-\\s+\\d{1,2}[a-z]{1,3}\\d?(?=\\s*(?:[,;|\\n\\r]|$))`,
  'gi',
);
/** A comma that parts names, or surname and forename; not one inside brackets. */
const COMMA = /,(?![^()[\]]*[)\]])/;
const APOSTROPHES = /[\u2018\u2019\u201b\u02b9\u02bb-\u02bd\u2032\u2035\u05f3\ua78c\u00b4`\uff07]/g;
/** `O' Neil`, `D' Arcy`, `O 'Neil`. */
const PARTED_O = /(?<!\p{L})(?:([OD])\s?'\s+|(O)\s+')(?=\p{L})/giu;
const HYPHENS = /\s*[\u2010-\u2015\u2212\u00ad\ufe63\uff0d-]\s*/g;
const BLANKS = /[\s\u00a0\u1680\u2000-\u200b\u202f\u205f\u3000\ufeff]+/g;

/** Nobody is called longer than this; what is longer is text in the wrong column, and slow to tidy. */
const LONGEST_NAME = 300;
const LONGEST_LIST = 10_000;

/** Names in plain letters with single spaces, as nearly all are, need no tidying. */
const PLAIN = /^[A-Za-z'.]+(?:[ -][A-Za-z'.]+)*(?:, ?[A-Za-z'.]+(?:[ -][A-Za-z'.]+)*)?$/;

function tidy(text: string): string {
  if (PLAIN.test(text) && !/' | '/.test(text)) return text;
  const even = stripInvisible(text)
    .normalize('NFC')
    .replace(BULLET, '')
    .replace(LEAVER, ' ')
    .replaceAll(CLASS, ' ')
    .replaceAll(APOSTROPHES, "'")
    .replaceAll(PARTED_O, "$1$2'")
    .replaceAll(BLANKS, ' ')
    .replaceAll(HYPHENS, (found) => (/^\s.*\s$/.test(found) ? ' - ' : '-'))
    .trim();
  return stripNameMarks(even)
    .replaceAll(BLANKS, ' ')
    .replace(/^[,;\s]+|[,;\s]+$/g, '');
}

function capitalise(word: string): string {
  return word
    .toLowerCase()
    .replace(/(^|['-])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase());
}

function isShouted(word: string): boolean {
  const letters = word.replaceAll(/[^\p{L}]/gu, '');
  return letters.length > 1 && letters === letters.toUpperCase() && letters !== letters.toLowerCase();
}

/** Words all in capitals read as shouting; two letters may be initials, unless more words shout. */
function softenCase(name: string): string {
  if (!/\p{Lu}[\p{Lu}'-]/u.test(name) || /^\p{Lu}{2}$/u.test(name)) return name;
  const isAll = isShouted(name);
  return name
    .split(' ')
    .map((word) => (isShouted(word) && (isAll || word.length > 2) ? capitalise(word) : word))
    .join(' ');
}

/** `(01/02/2015)`, `(DOB: 01/02/2015)`, `[born 2015-02-01]`. */
const BORN =
  /\s*[([]\s*(?:d\.?o\.?b\.?|born|date of birth)?\s*:?\s*(\d{1,2}([/.-])\d{1,2}\2\d{2}(?:\d{2})?|\d{4}-\d{2}-\d{2})\s*[)\]]/i;

function readBorn(text: string): { readonly born: IsoDate; readonly rest: string } | null {
  const found = /\d/.test(text) ? BORN.exec(text) : null;
  const born = found === null ? null : parseDate(found[1] ?? '', 'dmy').date;
  return born === null ? null : { born, rest: text.replace(BORN, ' ') };
}

/** `(A999310115122)`, `(UPN: A999310115122)`, ` - A999310115122`: a letter, eleven digits, and a digit or letter. */
const UPN = /\s*(?:[-\u2013,:([]+\s*)?(?:\bupn\b\s*:?\s*)?\b([a-z]\d{11}[a-z\d])\b(?:\s*[)\]])?/i;
/** The same in front of a name, with what parts the two. */
const UPN_BEFORE = /^\s*[([]?\s*(?:upn\b\s*:?\s*)?([a-z]\d{11}[a-z\d])\b\s*[)\]]?\s*[-\u2013,:]?\s+/i;

function readUpn(text: string): { readonly upn: string | undefined; readonly rest: string } {
  if (!/\d{11}/.test(text)) return { upn: undefined, rest: text };
  const pattern = UPN_BEFORE.test(text) ? UPN_BEFORE : UPN;
  const upn = pattern.exec(text)?.[1];
  return { upn, rest: upn === undefined ? text : text.replace(pattern, ' ') };
}

/** `LEE`, `O'NEIL`, `McDONALD`. */
function isCapital(word: string): boolean {
  return isShouted(word) || /^Ma?c\p{Lu}{2,}$/u.test(word);
}

function lowerCapitals(word: string): string {
  return isShouted(word)
    ? capitalise(word)
    : word.replace(/(?<=^Ma?c\p{Lu})\p{Lu}+/u, (rest) => rest.toLowerCase());
}

const VOWEL = /[AEIOUYÀ-ÖØ-Ý]/u;

/**
 * Turns `LEE Ann` round, where capitals say which is the surname. Capitals of two letters, or without a vowel, may be
 * initials: `AJ Lee`, `NG Wei` and `DJR Smith` stay, and so does a name that is all capitals.
 */
function turnCapitals(text: string): string {
  if (!/^\p{Lu}['\p{Lu}c]/u.test(text)) return text;
  const words = text.split(' ');
  const first = words.findIndex((word) => !isCapital(word));
  const surname = words.slice(0, Math.max(first, 0));
  const forename = words.slice(first);
  const isPlain =
    surname.some((word) => word.replaceAll(/\P{L}/gu, '').length > 2 && VOWEL.test(word)) &&
    !forename.some(isCapital);
  return isPlain ? [...forename, ...surname.map(lowerCapitals)].join(' ') : text;
}

/** Full stops are no part of a key: `A. Lee` is `A Lee`, `St. John` `St John`, and `Ann Lee.` Ann Lee. */
function makeKey(name: string): string {
  const key = name.toLowerCase();
  if (!key.includes('.')) return key;
  const bare = key
    .replaceAll(/\.(?=\p{L}{2})/gu, ' ')
    .replaceAll('.', '')
    .replaceAll(BLANKS, ' ')
    .trim();
  return bare === '' ? key : bare;
}

/**
 * Reads a name cell: `SURNAME, Forename` and `SURNAME Forename` are turned round; the key ignores case, spaces, kinds of apostrophe
 * and hyphen, composed and decomposed letters, `(Leaver)`, and a class in brackets. A number beside the name always stands
 * in brackets behind it, since it tells two pupils of the name apart.
 */
export function parsePupilName(cell: string): PupilName {
  const written = cell.slice(0, LONGEST_NAME);
  const birth = readBorn(written);
  const { upn, rest } = readUpn(birth?.rest ?? written);
  const { rest: text, number } = takeNameNumber(tidy(stripNameTail(rest)));
  const comma = text.search(COMMA);
  const turned =
    comma === -1
      ? turnCapitals(text)
      : `${text
          .slice(comma + 1)
          .replaceAll(',', ' ')
          .trim()} ${text.slice(0, comma).trim()}`;
  const even = turned.includes('  ') ? turned.replaceAll(BLANKS, ' ').trim() : turned.trim();
  const whole = number === null ? even : `${even} (${number})`;
  const name = { name: softenCase(whole), key: makeKey(whole) };
  return birth === null && upn === undefined
    ? name
    : { ...name, ...(birth && { born: birth.born }), ...(upn !== undefined && { upn: upn.toUpperCase() }) };
}

/** Joins surname and forename columns to one name. */
export function joinPupilName(forename: string, surname: string): PupilName {
  return parsePupilName(surname.trim() === '' ? forename : `${surname.replaceAll(',', ' ')}, ${forename}`);
}

/** `Lee, Ann` or `Ann Lee` with a first part of one word: whatever the rest without a word between names, it is one pupil. */
const ONE_NAME = /^[A-Za-z'-]{2,}(?:, (?!.* (?:and|vs?|versus|with) )[A-Za-z' -]+| [A-Za-z'-]+)$/i;

/** What stands before an entry of a list: a bullet or a number. */
const BULLET = /^\s*(?:[-*\u2022\u00b7\u25aa\u25e6\u25cf\u2023\u2013\u2014]+\s*|\(?\d{1,2}[.)]\s*)(?=\p{L})/u;
/** A further number of a list that stands in one line. */
const NEXT_NUMBER = /\s+(?=\(?\d{1,2}[.)]\s*\p{L})/u;
/** What a comma may part from a name that it belongs to. */
const SUFFIX = /,\s*((?:jn?r|sn?r)\b\.?|(?:ii|iii|iv)\b)/gi;
/** A class or year behind a comma, which is no pupil. */
const OWN_CLASS = new RegExp(`^(?:${GROUP}|\\d{1,2})$`, 'i');
/** What stands behind a name for those who are not named: `2 others`, `1`, `friends`. */
const REST = /^(?:\P{L}*|(?:\d+\s+)?(?:others?|more|friends?))$/iu;
const SIGNS = /\s*(?:[&+\u2192\u21d2\u2194]|[-=]>)\s*|\s\/\s|\s(?:and|vs\.?|versus)\s/i;

/** A slash without spaces parts whole names; between single words it may part surname and forename. */
function splitSlashes(piece: string): readonly string[] {
  const parts = piece.split('/');
  return parts.length > 1 && parts.every((part) => /\S[\s,]+\S/.test(part)) ? parts : [piece];
}

/** `Ann Lee v Bo Day`, in Welsh `Ann Lee a Bo Day`; such short words, and `with`, only between whole names. */
function splitVersus(piece: string): readonly string[] {
  const parts = piece.split(/\s(?:v|with|ac?(?=\s+\p{Lu}))\s/u);
  const isWhole = parts.length > 1 && parts.every((part) => /\S[\s,]+\S/.test(part.trim()));
  return isWhole ? parts : [piece];
}

/** Splits at all that can only part pupils, which a comma is not. */
function splitLines(cell: string): string[] {
  return cell
    .slice(0, LONGEST_LIST)
    .replaceAll(CLASS, ' ')
    .split(/[;|\n\r]+/)
    .flatMap((line) => (BULLET.test(line) ? line.split(NEXT_NUMBER) : [line]))
    .map((piece) => piece.replace(BULLET, '').trim())
    .filter((piece) => !isNobody(piece) && !isClassOnly(piece));
}

function splitSigns(piece: string): string[] {
  return piece
    .split(SIGNS)
    .flatMap(splitSlashes)
    .flatMap(splitVersus)
    .map((part) => part.trim().replace(/^,\s*|\s*,$/g, ''))
    .filter((part) => !isNobody(part) && !REST.test(part));
}

/**
 * The one name of a cell in which all beside it names nobody, `Ann Lee; 7A` or `Anon & Ann Lee`; '' where all of it names
 * nobody, and any other cell as it is.
 */
export function leaveOutNobody(cell: string): string {
  const parts = cell.split(/[;|\n\r]+/).flatMap((line) => line.split(SIGNS));
  if (parts.length === 1) return cell;
  const named = parts
    .map((part) => part.replace(BULLET, '').trim())
    .filter((part) => !(isNobody(part) || isClassOnly(part) || (/\p{L}/u.test(part) && REST.test(part))));
  return named.length > 1 ? cell : (named[0] ?? '');
}

/** Whether a cell holds more than one pupil, commas apart. */
export function isParted(cell: string): boolean {
  const lines = splitLines(cell);
  return lines.length > 1 || lines.some((line) => splitSigns(line).length > 1);
}

/**
 * Splits a cell of several pupils. `;`, `|`, line breaks, bullets and numbers, `&`, `+`, ` / ` and ` and ` part them; a comma does
 * only where its parts are whole names (`Ann Lee, Bo Ray`) or come in pairs (`Lee, Ann, Ray, Bo`).
 * Beside `;` or line breaks, and where `isOnePair`, one comma stands inside a name; else `isKnown` settles
 * `Van Dyke, Mary Jane`, where both readings are names.
 */
export function splitPupils(
  cell: string,
  { isKnown = () => false, isSurname = () => false }: Partial<NameKnowledge> = {},
  isOnePair = false,
  isSurnameFirst = false,
): string[] {
  if (ONE_NAME.test(cell) && !isNobody(cell)) return [cell];
  const lines = splitLines(cell);
  return lines.flatMap((line) => {
    const pieces = splitSigns(line);
    const parted = isSurnameFirst ? null : splitForenames(pieces, { isKnown, isSurname });
    return parted ?? pieces.flatMap((piece) => splitCommas(piece, isKnown, isOnePair || lines.length > 1));
  });
}

/**
 * `Ann, Bo and Cy`: forenames in a row, whose commas part them; null for any other list, where `Bo Ann` is known, and where the
 * last is a surname, as in `Lee, Ann and Brown`.
 */
function splitForenames(pieces: readonly string[], { isKnown, isSurname }: NameKnowledge): string[] | null {
  const [list = '', last = '', ...others] = pieces;
  const isRow = others.length === 0 && /^[^\s,]+(?:, ?[^\s,]+)+$/.test(list) && /^[^\s,]+$/.test(last);
  if (!isRow || isSurname(last) || isKnown(parsePupilName(list).key)) return null;
  return [...list.split(',').map((name) => name.trim()), last];
}

/** Words for staff that are surnames too. */
const STAFF_SURNAME = /^(?:ta|staff|adult)$/i;

function splitCommas(text: string, isKnown: (key: string) => boolean, isOnePair: boolean): string[] {
  const all = text
    .replaceAll(SUFFIX, ' $1')
    .split(COMMA)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '');
  const isPairs = all.length % 2 === 0 && !all.some((piece) => /\s/.test(piece) || OWN_CLASS.test(piece));
  /** `Day, Bo, Most, Ella`: in pairs what else names nobody is a surname. */
  const isNobodyAt = (piece: string, index: number): boolean =>
    isNobody(piece) && !(isPairs && index % 2 === 0 && !isNobody(all[index + 1] ?? ''));
  const pieces = all.filter(
    (piece, index) => index === 0 || !(OWN_CLASS.test(piece) || isNobodyAt(piece, index)),
  );
  const whole = pieces.length === all.length ? text : pieces.join(', ');
  if (pieces.length < 2) return [whole];
  const isOneWord = pieces.map((piece) => !/\s/.test(piece.replace(/\s*[([].*$/, '')));
  /** `Ta, Minh`, `Staff, Ann`: a surname in its place before a forename. */
  const isSurname = (index: number): boolean =>
    pieces.length % 2 === 0 &&
    index % 2 === 0 &&
    STAFF_SURNAME.test(pieces[index] ?? '') &&
    isOneWord[index + 1] === true &&
    !isStaffWord(pieces[index + 1] ?? '');
  // `Staff` is no forename, whatever stands before it.
  const staff = pieces.filter((piece, index) => isStaffWord(piece) && !isSurname(index));
  if (staff.length > 0) {
    const others = pieces.filter((piece) => !staff.includes(piece)).join(', ');
    return others === '' ? staff : [...splitCommas(others, isKnown, isOnePair), ...staff];
  }
  const isName = (name: string): boolean => isKnown(parsePupilName(name).key);
  // Three parts that begin with a surname are one pupil (surname, forename and a further name), unless the first two are known.
  const isThree = pieces.length === 3 && isOneWord[0] === true;
  if (isThree && !isName(pieces.slice(0, 2).join(', '))) return [whole];
  if (pieces.length === 2 && (isOnePair || isOneWord[0] === true)) return [whole];
  /** Whether the whole list can be read as surnames and forenames in turn. */
  const isPaired =
    pieces.length % 2 === 0 && isOneWord.every((one, index) => one || isOneWord[index ^ 1] === true);
  const names: string[] = [];
  for (let index = 0; index < pieces.length; index += 1) {
    const [piece = '', next] = [pieces[index], pieces[index + 1]];
    const pair = `${piece}, ${next}`;
    const isWhole = isOneWord[index] !== true;
    const isPair =
      next !== undefined && (isName(pair) || (!(isWhole && isName(piece)) && (isPaired || !isWhole)));
    names.push(isPair ? pair : piece);
    if (isPair) index += 1;
  }
  return names;
}

/** How many commas of a cell may part names. */
export function countNameCommas(cell: string): number {
  return cell.slice(0, LONGEST_LIST).replaceAll(CLASS, ' ').split(COMMA).length - 1;
}
