import { addPhrase, type GrammarDraft, internSymbol, type LexiconFile } from './grammar.ts';
import { inflectVerb } from './inflect-verb.ts';

/** Splits a written list of entries at its commas. */
export function splitEntries(list: string): string[] {
  return list
    .split(',')
    .map((entry) => entry.trim().replaceAll(/\s+/g, ' '))
    .filter((entry) => entry !== '');
}

/** Classes whose words are also found in disguise, by how their names start: slurs, words that may be one, swearing. */
const SOFT = 'SOFT_';
const SWEARING = 'SWEARWORD';
const DISGUISED = ['SLUR_', SOFT, SWEARING];

const VOWELS: ReadonlySet<string> = new Set('aeiou');

/** No word is written with more vowels disguised: the rest of it would tell nothing. */
const MOST_DISGUISED = 3;

/** `f - a - g` may as well be what a recorder plays. */
function isOfNotes(word: string): boolean {
  return [...word].every((letter) => letter <= 'g');
}

/**
 * A word as those write it who mean to hide it: letter by letter, and with a star (any sign) or a figure for each
 * vowel (`d@g0` is read as `d*g#`). What is already written so, and phrases, stay as they are.
 */
function disguise(word: string): string[] {
  if (word.length < 3 || [...word].some((letter) => letter < 'a' || letter > 'z')) return [word];
  let written = [''];
  let vowels = 0;
  for (const letter of word) {
    const ways = VOWELS.has(letter) && vowels < MOST_DISGUISED ? [letter, '*', '#'] : [letter];
    if (ways.length > 1) vowels++;
    written = written.flatMap((start) =>
      ways.map((way) => (way !== letter && start.endsWith(way) ? start : start + way)),
    );
  }
  return [...new Set(isOfNotes(word) ? written : [...written, [...word].join(' ')])];
}

/** Disguised swearing of all files: `b*tch` hides no `butch`, and `cr*p` no `crip`. */
function listDisguisedSwearing(files: readonly LexiconFile[]): ReadonlySet<string> {
  return new Set(files.flatMap(({ classes }) => splitEntries(classes?.[SWEARING] ?? '').flatMap(disguise)));
}

function collectClasses(files: readonly LexiconFile[], key: 'classes' | 'verbs'): Map<string, string[]> {
  const all = new Map<string, string[]>();
  const swearing = listDisguisedSwearing(files);
  for (const file of files) {
    for (const [name, list] of Object.entries(file[key] ?? {})) {
      const entries = splitEntries(list);
      const isDisguised = DISGUISED.some((start) => name.startsWith(start));
      const isSoft = name.startsWith(SOFT);
      const hide = (entry: string): string[] =>
        disguise(entry).filter((way) => !isSoft || way === entry || !swearing.has(way));
      const written = isDisguised ? entries.flatMap(hide) : entries;
      all.set(name, [...(all.get(name) ?? []), ...written]);
    }
  }
  return all;
}

function expandClass(name: string, all: ReadonlyMap<string, readonly string[]>, depth: number): string[] {
  if (depth > 4) throw new Error(`Class ${name} includes itself.`);
  return (all.get(name) ?? []).flatMap((entry) =>
    entry.startsWith('<') ? expandClass(entry.slice(1, -1), all, depth + 1) : [entry],
  );
}

/**
 * Adds every class of the lexicon to the grammar. A verb class `HIT` also makes `HIT.base`, `HIT.third`,
 * `HIT.ing`, `HIT.past` and `HIT.done` (participle), so that a rule can ask for `was hit` or `to hit`.
 * Returns the number of entries as written, forms not counted.
 */
export function loadLexicon(
  draft: GrammarDraft,
  files: readonly LexiconFile[],
  irregular: Readonly<Record<string, string>>,
): number {
  let entries = 0;
  const classes = collectClasses(files, 'classes');
  for (const name of classes.keys()) {
    const symbol = internSymbol(draft, `c:${name}`);
    const words = expandClass(name, classes, 0);
    entries += words.length;
    for (const word of words) addPhrase(draft, word, symbol);
  }
  const verbs = collectClasses(files, 'verbs');
  const finite = internSymbol(draft, 'c:FINITE');
  const done = internSymbol(draft, 'c:PARTICIPLE');
  for (const name of verbs.keys()) {
    const any = internSymbol(draft, `c:${name}`);
    const parts = ['base', 'third', 'ing', 'past', 'done'].map((form) =>
      internSymbol(draft, `c:${name}.${form}`),
    );
    for (const verb of expandClass(name, verbs, 0)) {
      entries++;
      const forms = inflectVerb(verb, irregular);
      const written = [forms.base, forms.third, forms.present, forms.past, forms.participle];
      written.forEach((form, index) => {
        addPhrase(draft, form, any);
        addPhrase(draft, form, parts[index] ?? any);
      });
      addPhrase(draft, forms.third, finite);
      addPhrase(draft, forms.past, finite);
      addPhrase(draft, forms.participle, done);
    }
  }
  return entries;
}
