import { listCategoryWords } from '../policy/list-category-words.ts';
import { gatherKeys } from '../privacy/mask-names.ts';
import wordData from './return-words.yaml';

interface WordData {
  readonly words: string;
  readonly instead: Readonly<Record<'places' | 'categories' | 'slots' | 'terms', string>>;
}

const DATA = wordData as WordData;
const WORDS: ReadonlySet<string> = new Set(DATA.words.split(/\s+/));

/** What stands in a return for words that may not leave the school, by what they name. */
export const INSTEAD = DATA.instead;

/** A number of up to four digits, an ordinal, a clock time, a room such as `G12`, a lesson such as `P3`. */
const NUMBERED = /^(?:\d{1,4}|\d{1,2}(?:st|nd|rd|th)|\p{L}\d{1,3}|\d{1,3}\p{L})$/u;

/** The letter of one of several places alike: `Stairwell B`. Two letters would be initials. */
const LETTERED = /(?<=\p{L}{3,}) [A-F]$/u;

/**
 * Whether every word of a text is on the list of words a return may hold. An allow-list, not a search for names: a
 * name nobody thought of is refused like any other word that is not on it. Initials are not on it either.
 */
export function isKnownText(text: string): boolean {
  const words =
    text
      .replace(LETTERED, '')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  return (
    text.length <= 60 &&
    words.length > 0 &&
    !words.some((word) => /^\d{5,}$/.test(word)) &&
    words.every((word) => WORDS.has(word) || NUMBERED.test(word) || listCategoryWords().has(word))
  );
}

/** The text itself, or what stands for its kind. */
export function keepKnownText(text: string, kind: keyof WordData['instead']): string {
  return isKnownText(text) ? text : INSTEAD[kind];
}

/** A table whose keys a return may hold; the rest are added up under what stands for their kind. */
export function keepKnownKeys(
  table: Readonly<Record<string, number>>,
  kind: keyof WordData['instead'],
): Record<string, number> {
  return gatherKeys(table, (key) => keepKnownText(key, kind));
}
