import { cutPhrase } from './tokenise.ts';

/** Words of one class as lists of entries, written in the data files with commas between them. */
export interface LexiconFile {
  readonly classes?: Readonly<Record<string, string>>;
  readonly verbs?: Readonly<Record<string, string>>;
}

/**
 * Words, classes and roles as small numbers. A symbol is anything a pattern can ask of a place in the text:
 * `w:knife` (that word), `c:WEAPON` (a member of the class), `r:STAFF` (a person in that role).
 */
export interface Grammar {
  readonly findWord: (word: string) => number;
  readonly symbols: ReadonlyMap<string, number>;
  /** Symbols of each word by itself, by word id. */
  readonly wordSymbols: readonly (readonly number[])[];
  /** Phrases: for each node the words that lead on, to the next node; node 0 is the start. */
  readonly steps: readonly (ReadonlyMap<number, number> | undefined)[];
  /** Symbols of the phrase that ends at a node. */
  readonly nodeSymbols: readonly (readonly number[])[];
  /** 1 for words that can start a phrase, by word id. */
  readonly startsPhrase: Uint8Array;
}

/** A grammar that is still being filled. */
export interface GrammarDraft {
  readonly words: Map<string, number>;
  readonly symbols: Map<string, number>;
  readonly wordSymbols: number[][];
  readonly steps: (Map<number, number> | undefined)[];
  readonly nodeSymbols: number[][];
  readonly aliases: ReadonlyMap<string, string>;
}

/** Starts an empty grammar; `aliases` maps misspellings to the word that is meant. */
export function startGrammar(aliases: Readonly<Record<string, string>>): GrammarDraft {
  return {
    words: new Map(),
    symbols: new Map(),
    wordSymbols: [[]],
    steps: [],
    nodeSymbols: [[]],
    aliases: new Map(Object.entries(aliases)),
  };
}

/** The number of a symbol, made when it is new. */
export function internSymbol(draft: GrammarDraft, name: string): number {
  let symbol = draft.symbols.get(name);
  if (symbol === undefined) {
    symbol = draft.symbols.size;
    draft.symbols.set(name, symbol);
  }
  return symbol;
}

function internWord(draft: GrammarDraft, word: string): number {
  const meant = draft.aliases.get(word) ?? word;
  let id = draft.words.get(meant);
  if (id === undefined) {
    id = draft.wordSymbols.length;
    draft.words.set(meant, id);
    draft.wordSymbols.push([]);
  }
  return id;
}

function addOnce(list: number[] | undefined, symbol: number): void {
  if (list !== undefined && !list.includes(symbol)) list.push(symbol);
}

/** Says that a word or phrase carries a symbol. */
export function addPhrase(draft: GrammarDraft, phrase: string, symbol: number): void {
  const words = cutPhrase(phrase);
  if (words.length === 0) throw new Error(`Nothing to match in the phrase "${phrase}".`);
  addWords(draft, words, symbol);
}

/** Like `addPhrase`, for words that are cut and normalised already. */
export function addWords(draft: GrammarDraft, words: readonly string[], symbol: number): void {
  if (words.length === 1) {
    addOnce(draft.wordSymbols[internWord(draft, words[0] ?? '')], symbol);
    return;
  }
  let node = 0;
  for (const written of words) {
    const word = internWord(draft, written);
    const steps = draft.steps[node] ?? new Map<number, number>();
    draft.steps[node] = steps;
    let next = steps.get(word);
    if (next === undefined) {
      next = draft.nodeSymbols.length;
      draft.nodeSymbols.push([]);
      steps.set(word, next);
    }
    node = next;
  }
  addOnce(draft.nodeSymbols[node], symbol);
}

/** Closes the grammar: from here on it is only read. */
export function finishGrammar(draft: GrammarDraft): Grammar {
  const startsPhrase = new Uint8Array(draft.wordSymbols.length);
  for (const word of draft.steps[0]?.keys() ?? []) startsPhrase[word] = 1;
  for (const [alias, meant] of draft.aliases) {
    const id = draft.words.get(meant);
    if (id !== undefined && !draft.words.has(alias)) draft.words.set(alias, id);
  }
  const { words } = draft;
  return {
    findWord: (word) => words.get(word) ?? 0,
    symbols: draft.symbols,
    wordSymbols: draft.wordSymbols,
    steps: draft.steps,
    nodeSymbols: draft.nodeSymbols,
    startsPhrase,
  };
}
