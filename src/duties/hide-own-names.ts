import type { CompiledRules } from '../classify/compile-rules.ts';
import type { PupilNames } from '../classify/record-words.ts';
import { CATEGORY_FIELD, MARK, readToken, type TokenBuffer } from '../classify/token-buffer.ts';
import { findWord } from '../classify/vocabulary.ts';
import type { Incident } from '../incident/incident.ts';
import titleData from './name-titles.yaml';

/** A name that is no other word: what a pupil's name is read as. */
const ANY_NAME = 'olivia';

const { titles, planning } = titleData as Readonly<Record<'titles' | 'planning', readonly string[]>>;
const TITLES: ReadonlySet<string> = new Set(titles);
const PLANNING: ReadonlySet<string> = new Set(planning);

/** What staff write small for `with`. */
const INITIAL = 'W';

/** Most names whose forms are kept. */
const MOST_NAMES = 5000;

/** One way to write a name, and whether it has no sense at all to the engine, not even that of a name. */
interface NameForm {
  readonly words: readonly string[];
  readonly isUnknown: boolean;
}

type NameForms = readonly NameForm[];

const NONE: NameForms = [];

/** Whether a word says anything to the engine but that it is a name. */
function saysMore({ grammar }: CompiledRules, word: string): boolean {
  const id = findWord(grammar.vocabulary, word);
  if (id === 0) return false;
  if ((grammar.firstNode[id] ?? 0) !== 0) return true;
  const { starts, items } = grammar.wordSymbols;
  const name = grammar.symbols.get('c:NAME');
  return items.subarray(starts[id], starts[id + 1]).some((symbol) => symbol !== name);
}

/** A forename that is in no list of names: `Marlow told his mum` is still told of a pupil. */
function isUnknown({ grammar }: CompiledRules, word: string): boolean {
  return findWord(grammar.vocabulary, word) === 0;
}

/**
 * The ways to write a name that hold words of another sense or of none: the whole name, and the forename, of several
 * words or one.
 */
function listForms(compiled: CompiledRules, name: string): NameForms {
  const words = name
    .toLowerCase()
    .split(/[\s,]+/)
    .filter((word) => word !== '');
  const given = words.length > 1 ? words.slice(0, -1) : words;
  const forms = [words, given]
    .filter((form) => form.some((word) => saysMore(compiled, word)))
    .map((form): NameForm => ({ words: form, isUnknown: false }));
  const [first = '', second] = given;
  if (second === undefined && isUnknown(compiled, first)) forms.push({ words: given, isUnknown: true });
  return forms.length === 0 ? NONE : forms;
}

function standsAt(tokens: TokenBuffer, at: number, form: readonly string[]): boolean {
  return form.every(
    (word, step) =>
      at + step < tokens.count &&
      tokens.field[at + step] === tokens.field[at] &&
      readToken(tokens, at + step).toLowerCase() === word,
  );
}

/** One word alone is a name where its capital has no other reason, or where something is that person's. */
function isWrittenAsName(tokens: TokenBuffer, at: number): boolean {
  const marks = tokens.marks[at] ?? 0;
  if ((marks & MARK.capital) === 0 || (marks & MARK.allCapitals) !== 0) return false;
  if ((marks & MARK.sentenceStart) === 0) return true;
  return at + 1 < tokens.count && /^['’`]s$/.test(readToken(tokens, at + 1));
}

/**
 * Makes the function that takes the other sense from the words of the record's own pupils' names: `La Toya informed`
 * tells of no local authority, `Will's mum rang` plans nothing. Most names have no other sense and cost nothing.
 */
export function createNameHider(
  compiled: CompiledRules,
  tokens: TokenBuffer,
): (incident: Pick<Incident, 'involvements'>, pupils: PupilNames) => void {
  const anyName = findWord(compiled.grammar.vocabulary, ANY_NAME);
  const known = new Map<string, NameForms>();
  const formsOf = (name: string): NameForms => {
    let forms = known.get(name);
    if (forms === undefined) {
      forms = listForms(compiled, name);
      if (known.size < MOST_NAMES) known.set(name, forms);
    }
    return forms;
  };

  /**
   * `PC Will attended`, `Miss May told`: behind a title, a capital makes a name of a word that plans. A capital W is an
   * initial (`spoke to Adeel W`), where `spoke w mum` says with whom.
   */
  const hideCapitals = (): void => {
    for (let at = 1; at < tokens.count; at++) {
      if (tokens.field[at] === CATEGORY_FIELD || tokens.field[at] !== tokens.field[at - 1]) continue;
      const marks = tokens.marks[at] ?? 0;
      if ((marks & (MARK.capital | MARK.allCapitals)) === 0) continue;
      if (readToken(tokens, at) === INITIAL) tokens.word[at] = 0;
      if ((marks & MARK.allCapitals) !== 0) continue;
      const word = readToken(tokens, at).toLowerCase();
      if (PLANNING.has(word) && TITLES.has(readToken(tokens, at - 1).toLowerCase()))
        tokens.word[at] = anyName;
    }
  };

  return ({ involvements }, pupils) => {
    hideCapitals();
    for (const { pupil } of involvements) {
      for (const form of formsOf(pupils.get(pupil)?.name ?? '')) {
        for (let at = 0; at < tokens.count; at++) {
          if (form.isUnknown && tokens.word[at] !== 0) continue;
          if (tokens.field[at] === CATEGORY_FIELD || !standsAt(tokens, at, form.words)) continue;
          if (form.words.length === 1 && !form.isUnknown && !isWrittenAsName(tokens, at)) continue;
          for (let step = 0; step < form.words.length; step++) tokens.word[at + step] = anyName;
        }
      }
    }
  };
}
