import type { Grammar } from './grammar.ts';
import type { OwnNames } from './list-own-pupils.ts';
import { namesHead } from './names-head.ts';
import type { PersonWords, RoleSymbols } from './role-symbols.ts';
import { addSymbol, type Scan, spanOf } from './scan.ts';
import { signOf } from './symbol-signs.ts';
import { CATEGORY_FIELD, MARK, readToken, type TokenBuffer } from './token-buffer.ts';

/** Who a token stands for. `subject` and `object` are he and him: resolved where they are needed. */
export const ROLE = { none: 0, staff: 1, pupil: 2, adult: 3, author: 4, subject: 5, object: 6 } as const;

/** Roles of the tokens of one record. A person of several words has its length on the first, 0 on the rest. */
export interface People {
  readonly role: Uint8Array;
  readonly length: Uint8Array;
  /** Place in the list of the record's own pupils, or -1. */
  readonly pupil: Int16Array;
}

export function createPeople(size: number): People {
  return { role: new Uint8Array(size), length: new Uint8Array(size), pupil: new Int16Array(size) };
}

const ORDINARY_ENDINGS = ['ed', 'ing', 'ly', 'tion', 'ment', 'ness', 'ful', 'less', 'ity', 'ous'];

/** What the role pass works on: one for all records, with the names of the one that is read. */
export interface RolePass {
  readonly tokens: TokenBuffer;
  readonly scan: Scan;
  readonly grammar: Grammar;
  readonly symbols: RoleSymbols;
  /** Classes as bits, for `Scan.persons`, and those of each word by itself. */
  readonly bits: PersonWords;
  readonly ofWord: Int32Array;
  readonly people: People;
  own: OwnNames;
}

function hasMark(pass: RolePass, at: number, mark: number): boolean {
  return ((pass.tokens.marks[at] ?? 0) & mark) !== 0;
}

function carries({ tokens, scan }: RolePass, at: number, bit: number): boolean {
  return at >= 0 && at < tokens.count && ((scan.persons[at] ?? 0) & bit) !== 0;
}

function sameSentence(pass: RolePass, a: number, b: number): boolean {
  return b < pass.tokens.count && pass.tokens.sentence[a] === pass.tokens.sentence[b];
}

function followedByVerb(pass: RolePass, at: number): boolean {
  if (!sameSentence(pass, at - 1, at)) return false;
  if (carries(pass, at, pass.bits.auxiliary | pass.bits.actVerb)) return true;
  const word = readToken(pass.tokens, at);
  return word === "'s" || word === '’s' || word === 'and' || word === '&';
}

/** Whether the token at `at` can be part of a name. */
function looksLikeName(pass: RolePass, at: number): boolean {
  const { tokens, bits } = pass;
  const word = tokens.word[at] ?? 0;
  const marks = tokens.marks[at] ?? 0;
  if ((marks & MARK.number) !== 0) return false;
  const width = (tokens.end[at] ?? 0) - (tokens.start[at] ?? 0);
  const capital = (marks & MARK.capital) !== 0;
  const own = pass.ofWord[word] ?? 0;
  const plain = (own & bits.plainName) !== 0;
  const listed = (own & bits.name) !== 0 || (capital && plain);
  if (!capital) return listed && !plain && width > 2;
  if ((own & bits.notName) !== 0) return false;
  const starts = (marks & MARK.sentenceStart) !== 0;
  if (listed) return !starts || !plain || followedByVerb(pass, at + 1);
  if (width === 1) {
    const letter = readToken(tokens, at);
    if (letter === 'I') return false;
    return !starts || followedByVerb(pass, at + 1);
  }
  if (word !== 0) return false;
  if ((marks & MARK.allCapitals) !== 0) return width === 2;
  if (!starts) return true;
  const written = readToken(tokens, at);
  return !ORDINARY_ENDINGS.some((ending) => written.endsWith(ending)) && followedByVerb(pass, at + 1);
}

function ownPupil(pass: RolePass, at: number, length: number): number {
  const { own, tokens } = pass;
  const text = tokens.texts[tokens.field[at] ?? 0] ?? '';
  if (!own.mayStartWith(text.charCodeAt(tokens.start[at] ?? 0))) return -1;
  const first = readToken(tokens, at).toLowerCase();
  if (length > 1) {
    const second = readToken(tokens, at + 1).toLowerCase();
    const both = own.find(`${first} ${second}`) ?? own.find(`${first} ${second.slice(0, 1)}`);
    if (both !== undefined) return both;
  }
  return own.find(first) ?? -1;
}

function place(pass: RolePass, at: number, length: number, role: number): void {
  const { people, scan, symbols } = pass;
  for (let i = 0; i < length; i++) {
    people.role[at + i] = role;
    people.length[at + i] = i === 0 ? length : 0;
  }
  const { given } = symbols;
  addSymbol(scan, at, given.person, length);
  if (role === ROLE.staff || role === ROLE.author) addSymbol(scan, at, given.staff, length);
  else if (role === ROLE.pupil) {
    addSymbol(scan, at, given.pupil, length);
    addSymbol(scan, at, given.child, length);
  } else if (role === ROLE.adult) addSymbol(scan, at, given.adult, length);
  else addSymbol(scan, at, given.child, length);
}

function clearRoles({ scan, symbols }: RolePass, at: number): void {
  const { given } = symbols;
  for (let slot = scan.head[at] ?? 0; slot !== 0; slot = scan.next[slot] ?? 0) {
    if (Object.values(given).includes(scan.symbol[slot] ?? 0)) scan.symbol[slot] = given.nobody;
  }
  scan.signs[at] = (scan.signs[at] ?? 0) | signOf(given.nobody);
}

function nameLength(pass: RolePass, at: number): number {
  let length = 1;
  while (length < 3 && sameSentence(pass, at, at + length)) {
    if (hasMark(pass, at + length, MARK.commaBefore | MARK.breakBefore)) break;
    if (!hasMark(pass, at + length, MARK.capital) || !looksLikeName(pass, at + length)) break;
    length++;
  }
  return length;
}

function titledLength(pass: RolePass, at: number): number {
  let length = 1;
  const next = at + 1;
  if (!sameSentence(pass, at, next)) return 1;
  const capital = hasMark(pass, next, MARK.capital);
  if (capital || (pass.tokens.word[next] ?? 0) === 0 || carries(pass, next, pass.bits.name)) length = 2;
  if (
    length === 2 &&
    sameSentence(pass, at, at + 2) &&
    hasMark(pass, at + 2, MARK.capital) &&
    (pass.tokens.word[at + 2] ?? 0) === 0
  ) {
    length = 3;
  }
  return length;
}

interface FoundRole {
  readonly role: number;
  readonly length: number;
}

/** Listed persons in the order in which they are preferred where two are of one length. */
const LISTED = ['staff', 'adult', 'pupil', 'author', 'subject', 'object'] as const;

const NOT_SUBJECT: ReadonlySet<string> = new Set(['me', 'us', 'myself']);

/** In `a note saying that Kit hits me` the child is speaking, not the writer of the record. */
function inNote(pass: RolePass, at: number): boolean {
  for (let back = at - 1; back >= 0 && at - back < 12 && sameSentence(pass, back, at); back--)
    if (carries(pass, back, pass.bits.note)) return true;
  return false;
}

function roleAt(pass: RolePass, at: number): FoundRole | undefined {
  const { scan, grammar, tokens, symbols, bits } = pass;
  const there = scan.persons[at] ?? 0;
  if ((there & bits.notPerson) !== 0)
    return { role: ROLE.none, length: spanOf(scan, grammar, tokens, at, symbols.notPerson) };
  let best = 0;
  let role: number = ROLE.none;
  for (const name of LISTED) {
    if ((there & bits[name]) === 0) continue;
    const length = scan.head[at] === 0 ? 1 : spanOf(scan, grammar, tokens, at, symbols[name]);
    if (length > best) {
      best = length;
      role = ROLE[name];
    }
  }
  if (role === ROLE.author && (hasMark(pass, at, MARK.quoted) || inNote(pass, at)))
    role = NOT_SUBJECT.has(readToken(tokens, at).toLowerCase()) ? ROLE.object : ROLE.subject;
  return best > 0 ? { role, length: best } : undefined;
}

function anyRole(bits: PersonWords): number {
  return LISTED.reduce((all, name) => all | bits[name], bits.notPerson);
}

/** The staff or pupil whom the words behind a year group name: `the Year 2 | teacher`, `a Year 7 | girl`. */
function personOfYear(pass: RolePass, at: number, length: number): FoundRole | null {
  const next = at + length;
  if (!hasMark(pass, next - 1, MARK.number) && !/\d$/.test(readToken(pass.tokens, next - 1))) return null;
  if (!sameSentence(pass, at, next) || hasMark(pass, next, MARK.commaBefore | MARK.breakBefore)) return null;
  if (hasMark(pass, next, MARK.capital)) return null;
  const name = (['staff', 'pupil'] as const).find((one) => carries(pass, next, pass.bits[one]));
  if (name === undefined) return null;
  const more = spanOf(pass.scan, pass.grammar, pass.tokens, next, pass.symbols[name]);
  return { role: ROLE[name], length: length + more };
}

/**
 * Says for every token whose person it names: staff (titles, job words, the writer), pupils (child words,
 * the record's own pupils, initials, unknown words with a capital), other adults, and pronouns. A capital at
 * the start of a sentence counts only when a verb follows, or every sentence would start with a pupil.
 */
export function assignRoles(pass: RolePass): void {
  const { tokens, people, symbols, bits } = pass;
  const listed = anyRole(bits);
  const opens = (at: number): boolean => followedByVerb(pass, at + 1);
  people.role.fill(0, 0, tokens.count + 1);
  people.length.fill(0, 0, tokens.count + 1);
  people.pupil.fill(-1, 0, tokens.count + 1);
  for (let at = 0; at < tokens.count; at++) {
    if (tokens.field[at] === CATEGORY_FIELD) continue;
    if (carries(pass, at, bits.title) && (hasMark(pass, at, MARK.capital) || titledLength(pass, at) > 1)) {
      const length = titledLength(pass, at);
      place(pass, at, length, ROLE.staff);
      at += length - 1;
      continue;
    }
    if (namesHead(tokens, at, opens)) {
      place(pass, at, 1, ROLE.staff);
      continue;
    }
    const own = hasMark(pass, at, MARK.capital) ? ownPupil(pass, at, 1) : -1;
    const found = own === -1 && carries(pass, at, listed) ? roleAt(pass, at) : undefined;
    if (found !== undefined && found.role === ROLE.none) {
      at += found.length - 1;
      continue;
    }
    if (found !== undefined) {
      const { role, length } =
        (found.role === ROLE.pupil ? personOfYear(pass, at, found.length) : null) ?? found;
      place(pass, at, length, role);
      at += length - 1;
      continue;
    }
    if (own !== -1 || looksLikeName(pass, at)) {
      const length = nameLength(pass, at);
      place(pass, at, length, ROLE.pupil);
      people.pupil[at] = ownPupil(pass, at, length);
      addSymbol(pass.scan, at, symbols.given.name, length);
      at += length - 1;
    }
  }
}

/** Two initials that look after somebody (`CT offered a float`, `held by LR and SM`) are staff wherever they stand. */
function givesCare(pass: RolePass, at: number): boolean {
  const { tokens, bits } = pass;
  if (sameSentence(pass, at, at + 1) && carries(pass, at + 1, bits.care)) return true;
  for (let back = at - 1; back >= 0 && at - back < 12 && sameSentence(pass, back, at); back--) {
    const word = readToken(tokens, back);
    if (word !== 'by') continue;
    for (let verb = back - 1; verb >= 0 && back - verb < 6 && sameSentence(pass, verb, at); verb--)
      if (carries(pass, verb, bits.care)) return true;
    return false;
  }
  return false;
}

/**
 * Where a pupil is written by name, two capitals are a member of staff (`Sami pinched ZB`), as is usual in
 * special schools; where everybody is written so, only those who look after somebody are.
 */
export function readInitialsAsStaff(pass: RolePass): void {
  const { tokens, people } = pass;
  const isInitials = (at: number): boolean =>
    people.role[at] === ROLE.pupil &&
    people.pupil[at] === -1 &&
    people.length[at] === 1 &&
    hasMark(pass, at, MARK.allCapitals) &&
    (tokens.end[at] ?? 0) - (tokens.start[at] ?? 0) === 2;
  let named = false;
  const carers = new Set<string>();
  for (let at = 0; at < tokens.count; at++) {
    if (isInitials(at)) {
      if (givesCare(pass, at)) carers.add(readToken(tokens, at));
      continue;
    }
    const width = (tokens.end[at] ?? 0) - (tokens.start[at] ?? 0);
    named ||=
      people.role[at] === ROLE.pupil &&
      (people.length[at] ?? 0) > 0 &&
      width > 2 &&
      hasMark(pass, at, MARK.capital) &&
      !hasMark(pass, at, MARK.allCapitals);
  }
  if (!named && carers.size === 0) return;
  for (let at = 0; at < tokens.count; at++) {
    if (!isInitials(at) || (!named && !carers.has(readToken(tokens, at)))) continue;
    clearRoles(pass, at);
    place(pass, at, 1, ROLE.staff);
  }
}
