import { findShippedCategory } from '../policy/find-shipped-category.ts';
import { listCategoryWords } from '../policy/list-category-words.ts';
import { gatherKeys } from '../privacy/mask-names.ts';
import { holdsWholeName } from '../privacy/name-index.ts';
import wordData from './return-words.yaml';

type Lists =
  | 'words'
  | 'times'
  | 'days'
  | 'months'
  | 'seasons'
  | 'forenames'
  | 'surnames'
  | 'alone'
  | 'little';
interface WordData extends Readonly<Record<Lists, string>> {
  readonly instead: Readonly<Record<'places' | 'categories' | 'slots' | 'terms', string>>;
}

const DATA = wordData as WordData;
const listOf = (...names: readonly Lists[]): ReadonlySet<string> =>
  new Set(names.flatMap((name) => DATA[name].split(/\s+/)));
const WORDS = listOf('words');
const DAYS_AND_MONTHS = listOf('days', 'months');
const TIMES = listOf('times', 'days', 'months');
const SEASONS = listOf('seasons');
const FORENAMES = listOf('forenames');
const NAMES = listOf('forenames', 'surnames');
const ALONE = listOf('alone');
/** No place, time or category by themselves. */
const NOT_PLAIN = listOf('forenames', 'surnames', 'months', 'little');

/** What stands in a return for words that may not leave the school, by what they name. */
export const INSTEAD = DATA.instead;

/** What tells rooms, years and lessons apart: `2`, `2nd`, `B12`, `Y6`. A longer one may be somebody's. */
const NUMBER = /^(?:\d{1,2}(?:st|nd|rd|th)?|\p{L}\d{1,2}|\d{1,2}\p{L})$/u;

/** The letter of one of several places alike: `Stairwell B`. Two letters would be initials. */
const LETTERED = /(?<=\p{L}{3,}) [A-F]$/u;

/** An hour of the day, and a period chosen by its days: written by Termwise itself. */
const DAY = `\\d{1,2} (?:${DATA.months.replaceAll(/\s+/g, '|')}) 20\\d\\d`;
const WRITTEN = new RegExp(`^(?:[0-2]\\d:[0-5]\\d|${DAY} to ${DAY})$`, 'i');

/** The school year before the name of a term. */
const SCHOOL_YEAR = /^20\d\d[-/–](?:20)?\d\d (?=\p{L})/u;

/**
 * Whether a text is plainly a place, a time or a category: all its words are on the list of words a return may hold,
 * with one short number at most, and they cannot be read as a name. An allow-list, not a search for names: a name
 * nobody thought of is refused like any other word that is not on it. Numbers in a row or with more digits are refused
 * with it, since a UPN, a birthday or a telephone number is made of them; initials are not on it either.
 */
export function isKnownText(text: string): boolean {
  if (text.length > 60) return false;
  if (WRITTEN.test(text) || findShippedCategory(text) !== null) return true;
  const bare = text.replace(SCHOOL_YEAR, '');
  const all = bare.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const isLettered = LETTERED.test(bare);
  const words = isLettered ? all.slice(0, -1) : all;
  const named = words.filter((word) => !NUMBER.test(word));
  if (words.length === 0 || words.length - named.length > 1) return false;
  if (!named.every((word) => WORDS.has(word) || listCategoryWords().has(word))) return false;
  const isDated = bare !== text || named.some((word) => DAYS_AND_MONTHS.has(word));
  if (isDated && !named.every((word) => TIMES.has(word))) return false;
  const isTold = bare !== text || words.length > named.length;
  return !isNameLike(all) && isPlain(named, isTold);
}

/** Whether a given name (or a letter that may be one's initial) stands beside another name. */
function isNameLike(words: readonly string[]): boolean {
  const isFirst = (word: string): boolean => FORENAMES.has(word) || /^\p{L}$/u.test(word);
  return words.some((word, at) => {
    const next = words[at + 1];
    return next !== undefined && ((isFirst(word) && NAMES.has(next)) || (NAMES.has(word) && isFirst(next)));
  });
}

/**
 * Whether a text says by a word that is no name what it is. A single word that is mostly a place, such as Hall, does;
 * so does a season when `isTold` which.
 */
function isPlain(named: readonly string[], isTold: boolean): boolean {
  const [only] = named;
  if (only === undefined || named.some((word) => !NOT_PLAIN.has(word))) return true;
  if (named.length > 1) return false;
  return SEASONS.has(only) ? isTold : ALONE.has(only);
}

/** The text itself, or what stands for its kind: unless it is plain, and holds none of the whole names given. */
export function keepKnownText(
  text: string,
  kind: keyof WordData['instead'],
  names: readonly string[] = [],
): string {
  return isKnownText(text) && !holdsWholeName(text, names) ? text : INSTEAD[kind];
}

/** A table whose keys a return may hold; the rest are added up under what stands for their kind. */
export function keepKnownKeys(
  table: Readonly<Record<string, number>>,
  kind: keyof WordData['instead'],
  names: readonly string[] = [],
): Record<string, number> {
  return gatherKeys(table, (key) => keepKnownText(key, kind, names));
}
