import type { Grammar } from './grammar.ts';
import { addSymbol, type Scan, spanOf } from './scan.ts';
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

/** Names by which the record's own pupils may be written, to their place in the list; -2 if two share it. */
export type OwnNames = ReadonlyMap<string, number>;

/** Symbols that the role pass asks for and gives out. */
export interface RoleSymbols {
  readonly title: number;
  readonly staff: number;
  readonly pupil: number;
  readonly adult: number;
  readonly author: number;
  readonly subject: number;
  readonly object: number;
  readonly name: number;
  readonly plainName: number;
  readonly notName: number;
  readonly notPerson: number;
  readonly auxiliary: number;
  readonly actVerb: number;
  readonly care: number;
  readonly note: number;
  readonly given: {
    readonly staff: number;
    readonly pupil: number;
    readonly adult: number;
    readonly person: number;
    readonly child: number;
    readonly name: number;
    readonly nobody: number;
  };
}

export function createPeople(size: number): People {
  return { role: new Uint8Array(size), length: new Uint8Array(size), pupil: new Int16Array(size) };
}

const ORDINARY_ENDINGS = ['ed', 'ing', 'ly', 'tion', 'ment', 'ness', 'ful', 'less', 'ity', 'ous'];

interface Pass {
  readonly tokens: TokenBuffer;
  readonly scan: Scan;
  readonly grammar: Grammar;
  readonly symbols: RoleSymbols;
  readonly people: People;
  readonly own: OwnNames;
}

function hasMark(pass: Pass, at: number, mark: number): boolean {
  return ((pass.tokens.marks[at] ?? 0) & mark) !== 0;
}

function carries(pass: Pass, at: number, symbol: number): boolean {
  return spanOf(pass.scan, pass.grammar, pass.tokens, at, symbol) > 0;
}

function sameSentence(pass: Pass, a: number, b: number): boolean {
  return b < pass.tokens.count && pass.tokens.sentence[a] === pass.tokens.sentence[b];
}

function followedByVerb(pass: Pass, at: number): boolean {
  if (!sameSentence(pass, at - 1, at)) return false;
  if (carries(pass, at, pass.symbols.auxiliary) || carries(pass, at, pass.symbols.actVerb)) return true;
  const word = readToken(pass.tokens, at);
  return word === "'s" || word === '’s' || word === 'and' || word === '&';
}

/** Whether the token at `at` can be part of a name. */
function looksLikeName(pass: Pass, at: number): boolean {
  const { tokens, symbols } = pass;
  const word = tokens.word[at] ?? 0;
  const marks = tokens.marks[at] ?? 0;
  if ((marks & MARK.number) !== 0) return false;
  const width = (tokens.end[at] ?? 0) - (tokens.start[at] ?? 0);
  const capital = (marks & MARK.capital) !== 0;
  const own = pass.grammar.wordSymbols[word] ?? [];
  const plain = own.includes(symbols.plainName);
  const listed = own.includes(symbols.name) || (capital && plain);
  if (!capital) return listed && !own.includes(symbols.plainName) && width > 2;
  if (own.includes(symbols.notName)) return false;
  const starts = (marks & MARK.sentenceStart) !== 0;
  if (listed) return !starts || !own.includes(symbols.plainName) || followedByVerb(pass, at + 1);
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

function ownPupil(pass: Pass, at: number, length: number): number {
  if (pass.own.size === 0) return -1;
  const first = readToken(pass.tokens, at).toLowerCase();
  if (length > 1) {
    const second = readToken(pass.tokens, at + 1).toLowerCase();
    const both = pass.own.get(`${first} ${second}`);
    if (both !== undefined) return both;
    const initial = pass.own.get(`${first} ${second.slice(0, 1)}`);
    if (initial !== undefined) return initial;
  }
  return pass.own.get(first) ?? -1;
}

function place(pass: Pass, at: number, length: number, role: number): void {
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

function clearRoles({ scan, symbols }: Pass, at: number): void {
  const { given } = symbols;
  for (let slot = scan.head[at] ?? 0; slot !== 0; slot = scan.next[slot] ?? 0) {
    if (Object.values(given).includes(scan.symbol[slot] ?? 0)) scan.symbol[slot] = given.nobody;
  }
}

function nameLength(pass: Pass, at: number): number {
  let length = 1;
  while (length < 3 && sameSentence(pass, at, at + length)) {
    if (hasMark(pass, at + length, MARK.commaBefore | MARK.breakBefore)) break;
    if (!hasMark(pass, at + length, MARK.capital) || !looksLikeName(pass, at + length)) break;
    length++;
  }
  return length;
}

function titledLength(pass: Pass, at: number): number {
  let length = 1;
  const next = at + 1;
  if (!sameSentence(pass, at, next)) return 1;
  const capital = hasMark(pass, next, MARK.capital);
  if (capital || (pass.tokens.word[next] ?? 0) === 0 || carries(pass, next, pass.symbols.name)) length = 2;
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

const NOT_SUBJECT: ReadonlySet<string> = new Set(['me', 'us', 'myself']);

/** In `a note saying that Kit hits me` the child is speaking, not the writer of the record. */
function inNote(pass: Pass, at: number): boolean {
  for (let back = at - 1; back >= 0 && at - back < 12 && sameSentence(pass, back, at); back--)
    if (carries(pass, back, pass.symbols.note)) return true;
  return false;
}

function roleAt(pass: Pass, at: number): { role: number; length: number } | undefined {
  const { scan, grammar, tokens, symbols } = pass;
  const blocked = spanOf(scan, grammar, tokens, at, symbols.notPerson);
  if (blocked > 0) return { role: ROLE.none, length: blocked };
  const listed: readonly (readonly [number, number])[] = [
    [symbols.staff, ROLE.staff],
    [symbols.adult, ROLE.adult],
    [symbols.pupil, ROLE.pupil],
    [symbols.author, ROLE.author],
    [symbols.subject, ROLE.subject],
    [symbols.object, ROLE.object],
  ];
  let best = 0;
  let role = 0;
  for (const [symbol, value] of listed) {
    const length = spanOf(scan, grammar, tokens, at, symbol);
    if (length > best) {
      best = length;
      role = value;
    }
  }
  if (role === ROLE.author && (hasMark(pass, at, MARK.quoted) || inNote(pass, at)))
    role = NOT_SUBJECT.has(readToken(tokens, at).toLowerCase()) ? ROLE.object : ROLE.subject;
  return best > 0 ? { role, length: best } : undefined;
}

/**
 * Says for every token whose person it names: staff (titles, job words, the writer), pupils (child words,
 * the record's own pupils, initials, unknown words with a capital), other adults, and pronouns. A capital at
 * the start of a sentence counts only when a verb follows, or every sentence would start with a pupil.
 */
export function assignRoles(pass: Pass): void {
  const { tokens, people, symbols } = pass;
  people.role.fill(0, 0, tokens.count + 1);
  people.length.fill(0, 0, tokens.count + 1);
  people.pupil.fill(-1, 0, tokens.count + 1);
  for (let at = 0; at < tokens.count; at++) {
    if (tokens.field[at] === CATEGORY_FIELD) continue;
    if (carries(pass, at, symbols.title) && (hasMark(pass, at, MARK.capital) || titledLength(pass, at) > 1)) {
      const length = titledLength(pass, at);
      place(pass, at, length, ROLE.staff);
      at += length - 1;
      continue;
    }
    const own = hasMark(pass, at, MARK.capital) ? ownPupil(pass, at, 1) : -1;
    const found = own === -1 ? roleAt(pass, at) : undefined;
    if (found !== undefined && found.role === ROLE.none) {
      at += found.length - 1;
      continue;
    }
    if (found !== undefined) {
      place(pass, at, found.length, found.role);
      at += found.length - 1;
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
function givesCare(pass: Pass, at: number): boolean {
  const { tokens, symbols } = pass;
  if (sameSentence(pass, at, at + 1) && carries(pass, at + 1, symbols.care)) return true;
  for (let back = at - 1; back >= 0 && at - back < 12 && sameSentence(pass, back, at); back--) {
    const word = readToken(tokens, back);
    if (word !== 'by') continue;
    for (let verb = back - 1; verb >= 0 && back - verb < 6 && sameSentence(pass, verb, at); verb--)
      if (carries(pass, verb, symbols.care)) return true;
    return false;
  }
  return false;
}

/**
 * Where a pupil is written by name, two capitals are a member of staff (`Sami pinched ZB`), as is usual in
 * special schools; where everybody is written so, only those who look after somebody are.
 */
export function readInitialsAsStaff(pass: Pass): void {
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
