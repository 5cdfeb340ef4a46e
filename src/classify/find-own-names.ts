/** A pupil's name as far as it is looked for: plain letters in small, '' for what is written otherwise. */
export interface OwnName {
  readonly forename: string;
  readonly surname: string;
  /** '' where there is but one name. */
  readonly initials: string;
}

/** A forename, or the surname behind it, as it stands in a text. */
export interface NameMention {
  readonly start: number;
  readonly end: number;
  /** The name in small letters. */
  readonly name: string;
  readonly isSurname: boolean;
}

/** What is looked for in the texts of one record. */
export interface SoughtNames {
  /** Surnames by forename; pupils may share one. */
  readonly surnames: ReadonlyMap<string, readonly string[]>;
  readonly initials: ReadonlySet<string>;
  /** A bit for each letter with which any of them begins. */
  readonly letters: number;
}

const SPACES: ReadonlySet<number> = new Set([9, 10, 13, 32, 0xa0]);
const APOSTROPHES: ReadonlySet<number> = new Set([39, 0x2018, 0x2019, 0x60]);

function isPlain(code: number): boolean {
  return (code | 32) >= 97 && (code | 32) <= 122;
}

function isSmall(code: number): boolean {
  return code >= 97 && code <= 122;
}

/** Whether a character next to a word makes it part of a longer one. */
function isPartOfWord(code: number): boolean {
  return (
    (code >= 48 && code <= 57) || (code >= 0xc0 && code <= 0x24f) || code === 42 || code === 64 || code === 36
  );
}

function findEnd(text: string, from: number): number {
  let at = from;
  while (at < text.length && isPlain(text.charCodeAt(at))) at++;
  return at;
}

/** Where the white space ends that stands between two names: texts are typed in haste, and break their lines anywhere. */
function findGapEnd(text: string, from: number): number {
  let at = from;
  while (at < text.length && SPACES.has(text.charCodeAt(at))) at++;
  return at;
}

/** Whether the word stands by itself; the 's of a possessive may follow. */
function standsAlone(text: string, start: number, end: number): boolean {
  const before = start > 0 ? text.charCodeAt(start - 1) : 32;
  const after = end < text.length ? text.charCodeAt(end) : 32;
  if (isPartOfWord(before) || isPartOfWord(after) || APOSTROPHES.has(before)) return false;
  if (!APOSTROPHES.has(after) || end + 1 >= text.length || !isPlain(text.charCodeAt(end + 1))) return true;
  return (text.charCodeAt(end + 1) | 32) === 115 && findEnd(text, end + 1) === end + 2;
}

/** Whether a word is written as a name is: one capital, then small letters. */
function isNameCase(text: string, start: number, end: number): boolean {
  if (isSmall(text.charCodeAt(start))) return false;
  for (let at = start + 1; at < end; at++) if (!isSmall(text.charCodeAt(at))) return false;
  return true;
}

/** Gathers the names of a record's pupils. */
export function seekNames(names: readonly OwnName[]): SoughtNames {
  const surnames = new Map<string, string[]>();
  const initials = new Set<string>();
  let letters = 0;
  for (const { forename, surname, initials: two } of names) {
    if (forename === '') continue;
    surnames.set(forename, [...(surnames.get(forename) ?? []), surname]);
    letters |= 1 << (forename.charCodeAt(0) & 31);
    if (two !== '') initials.add(two);
  }
  return { surnames, initials, letters };
}

/** No record of a school names its pupils so often; each mention costs a little, wherever the words are that decide. */
const MOST_MENTIONS = 500;

/**
 * Finds where a text names a record's own pupils. Null where one is, or may be, written in another way than a forename
 * with or without the surname behind it (`ADAM`, `adam`, `AM`, `Adam M`), or where there are too many: such a text is
 * better left as it is.
 */
export function findOwnNames(text: string, sought: SoughtNames): NameMention[] | null {
  const { surnames, initials, letters } = sought;
  const found: NameMention[] = [];
  for (let at = 0; at < text.length; at++) {
    const first = text.charCodeAt(at);
    if (!isPlain(first)) continue;
    const end = findEnd(text, at);
    if ((letters & (1 << (first & 31))) === 0) {
      at = end;
      continue;
    }
    const name = text.slice(at, end).toLowerCase();
    const own = surnames.get(name);
    if (own === undefined && initials.has(name) && !isSmall(first)) return null;
    if (own !== undefined) {
      if (!isNameCase(text, at, end) || !standsAlone(text, at, end)) return null;
      if (found.length >= MOST_MENTIONS) return null;
      found.push({ start: at, end, name, isSurname: false });
      const from = findGapEnd(text, end);
      const behind = findEnd(text, from);
      if (from > end && behind > from) {
        const next = text.slice(from, behind).toLowerCase();
        if (next.length === 1 && own.some((surname) => surname.startsWith(next))) return null;
        if (own.includes(next)) {
          if (!isNameCase(text, from, behind) || !standsAlone(text, from, behind)) return null;
          found.push({ start: from, end: behind, name: next, isSurname: true });
          at = behind;
          continue;
        }
      }
    }
    at = end;
  }
  return found;
}
