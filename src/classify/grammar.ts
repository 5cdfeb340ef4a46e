import { packRows, type Rows } from './rows.ts';
import { signOf, signRows } from './symbol-signs.ts';
import { cutPhrase } from './tokenise.ts';
import { buildVocabulary, type Vocabulary } from './vocabulary.ts';

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
  readonly vocabulary: Vocabulary;
  readonly symbols: ReadonlyMap<string, number>;
  /** Symbols of each word by itself, by word id. */
  readonly wordSymbols: Rows;
  /** Bits of those symbols (symbol-signs.ts), by word id. */
  readonly wordSigns: Int32Array;
  /** Node that a word leads to from the start of a phrase, by word id; 0 when no phrase starts with it. */
  readonly firstNode: Int32Array;
  /** Bits of the words by which phrases go on from a node: most words that stand behind lead nowhere. */
  readonly stepSigns: Int32Array;
  /** Open table of the further steps of phrases: from a node, by a word, to a node. */
  readonly stepFrom: Int32Array;
  readonly stepWord: Int32Array;
  readonly stepTo: Int32Array;
  /** Symbols of the phrase that ends at a node. */
  readonly nodeSymbols: Rows;
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

function firstStep(node: number, word: number, size: number): number {
  const hash = Math.imul(node, 0x9e3779b1) ^ Math.imul(word, 0x85ebca6b);
  return (hash ^ (hash >>> 15)) & (size - 1);
}

function packSteps(steps: readonly (ReadonlyMap<number, number> | undefined)[], words: number) {
  const firstNode = new Int32Array(words);
  for (const [word, to] of steps[0] ?? []) firstNode[word] = to;
  let count = 0;
  for (let node = 1; node < steps.length; node++) count += steps[node]?.size ?? 0;
  let size = 1024;
  while (size < count * 3) size *= 2;
  const stepFrom = new Int32Array(size);
  const stepWord = new Int32Array(size);
  const stepTo = new Int32Array(size);
  const stepSigns = new Int32Array(steps.length);
  for (let node = 1; node < steps.length; node++) {
    for (const [word, to] of steps[node] ?? []) {
      stepSigns[node] = (stepSigns[node] ?? 0) | signOf(word);
      let slot = firstStep(node, word, size);
      while (stepFrom[slot] !== 0) slot = (slot + 1) & (size - 1);
      stepFrom[slot] = node;
      stepWord[slot] = word;
      stepTo[slot] = to;
    }
  }
  return { firstNode, stepSigns, stepFrom, stepWord, stepTo };
}

/** The node to which a word leads on from a node of a phrase; 0 for none. */
export function findStep(
  { stepSigns, stepFrom, stepWord, stepTo }: Grammar,
  node: number,
  word: number,
): number {
  if (((stepSigns[node] ?? 0) & signOf(word)) === 0) return 0;
  const size = stepFrom.length;
  for (let slot = firstStep(node, word, size); ; slot = (slot + 1) & (size - 1)) {
    const from = stepFrom[slot];
    if (from === 0) return 0;
    if (from === node && stepWord[slot] === word) return stepTo[slot] ?? 0;
  }
}

/** Closes the grammar: from here on it is only read. */
export function finishGrammar(draft: GrammarDraft): Grammar {
  for (const [alias, meant] of draft.aliases) {
    const id = draft.words.get(meant);
    if (id !== undefined && !draft.words.has(alias)) draft.words.set(alias, id);
  }
  const wordSymbols = packRows(draft.wordSymbols);
  return {
    vocabulary: buildVocabulary(draft.words),
    symbols: draft.symbols,
    wordSymbols,
    wordSigns: signRows(wordSymbols),
    ...packSteps(draft.steps, draft.wordSymbols.length),
    nodeSymbols: packRows(draft.nodeSymbols),
  };
}
