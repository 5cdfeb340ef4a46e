import wordData from './school-words.yaml';

const [WORDS, SHORT_FORMS] = (() => {
  const data = wordData as { readonly words: string; readonly short_forms: string };
  return [new Set(data.words.split(/\s+/)), new Set(data.short_forms.split(/\s+/))] as const;
})();

/** What may follow `miss` when it is the verb. */
export const AFTER_MISS: string = (wordData as { readonly after_miss: string }).after_miss
  .trim()
  .split(/\s+/)
  .join('|');

const TITLES: ReadonlySet<string> = new Set(
  'mr mrs ms miss mx dr prof professor sir madam rev revd reverend fr'.split(' '),
);
/** A part of a name shorter than this is taken out only beside another part. */
const MIN_ALONE = 3;

/** The names of a run, by the words they are made of. */
export interface NameIndex {
  /** Part of a name, as `foldWord` writes it, to the places of the names that have it. */
  readonly names: ReadonlyMap<string, ReadonlySet<number>>;
  readonly initials: ReadonlySet<string>;
  /** Forenames, folded, with the surname's initial in capitals: `hope S`. */
  readonly shortened: ReadonlySet<string>;
}

/** Lower case without accents, apostrophes and a possessive `'s`. */
function foldWord(word: string): string {
  return word
    .replace(/['’]s?$/iu, '')
    .normalize('NFKD')
    .replaceAll(/[\p{M}'’]/gu, '')
    .toLowerCase();
}

/** The words of a text, with their places: letters and digits, apostrophes inside; a hyphen parts two words. */
export function splitWords(text: string): RegExpMatchArray[] {
  return [...text.matchAll(/[\p{L}\p{N}][\p{L}\p{M}\p{N}'’]*/gu)];
}

const indexes = new WeakMap<readonly string[], NameIndex>();

/** Reads names once, however many keys are masked with them. Titles are no part of a name. */
export function indexNames(names: readonly string[]): NameIndex {
  const known = indexes.get(names);
  if (known !== undefined) return known;
  const byPart = new Map<string, Set<number>>();
  const initials = new Set<string>();
  const shortened = new Set<string>();
  for (const [at, name] of names.entries()) {
    const parts = splitWords(name)
      .map(([word]) => foldWord(word))
      .filter((part) => !TITLES.has(part));
    for (const part of parts) {
      const places = byPart.get(part);
      if (places === undefined) byPart.set(part, new Set([at]));
      else places.add(at);
    }
    const firsts = parts.map((part) => part.charAt(0).toUpperCase());
    if (firsts.length < 2) continue;
    for (const initial of firsts.slice(1)) shortened.add(`${parts[0]} ${initial}`);
    initials.add(firsts.join(''));
    initials.add(`${firsts.at(-1)}${firsts.slice(0, -1).join('')}`);
    initials.add(`${firsts[0]}${firsts.at(-1)}`);
  }
  const index = { names: byPart, initials, shortened };
  indexes.set(names, index);
  return index;
}

/** Which of some words in a row are names: alone, or beside another part of the same name. */
export function findNames(words: readonly string[], { names, initials, shortened }: NameIndex): boolean[] {
  const owners = words.map((word) => names.get(foldWord(word)));
  const beside = (at: number, other: number): boolean => {
    const [own, next] = [owners[at], owners[other]];
    if (own === undefined || next === undefined) return false;
    return (
      foldWord(words[at] ?? '') !== foldWord(words[other] ?? '') && [...own].some((name) => next.has(name))
    );
  };
  /** Whether a word is a forename and the next the initial of its surname, such as `Hope S`. */
  const isShortened = (at: number): boolean => {
    const next = (words[at + 1] ?? '').replace(/['’]s?$/u, '');
    return /^\p{Lu}$/u.test(next) && shortened.has(`${foldWord(words[at] ?? '')} ${next}`);
  };
  return words.map((word, at) => {
    if (isShortened(at) || (at > 0 && isShortened(at - 1))) return true;
    const short = word.replace(/['’]s?$/u, '');
    if (/^\p{Lu}{2,3}$/u.test(short) && initials.has(short) && !SHORT_FORMS.has(short)) return true;
    if (owners[at] === undefined || /^\p{N}+$/u.test(word)) return false;
    const part = foldWord(word);
    if (part.length >= MIN_ALONE && !WORDS.has(part) && !SHORT_FORMS.has(word)) return true;
    return beside(at, at - 1) || beside(at, at + 1);
  });
}

/**
 * Whether a text holds a name of at least two parts wholly or by two of its parts (forename and surname, in either
 * order), however common the words are: `June Hall` where a pupil is called so. Titles are no part of a name.
 */
export function holdsWholeName(text: string, names: readonly string[]): boolean {
  const { names: byPart } = indexNames(names);
  const held = new Map<number, string>();
  return splitWords(text).some(([word]) => {
    const part = foldWord(word);
    return [...(byPart.get(part) ?? [])].some((name) => {
      const before = held.get(name);
      held.set(name, before ?? part);
      return before !== undefined && before !== part;
    });
  });
}
