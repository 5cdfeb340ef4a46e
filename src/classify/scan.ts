import { findStep, type Grammar } from './grammar.ts';
import { signOf } from './symbol-signs.ts';
import type { TokenBuffer } from './token-buffer.ts';
import type { Traits } from './traits.ts';

/** What is known of each token of one record beside the word itself: phrases and roles that start there. */
export interface Scan {
  readonly head: Int32Array;
  next: Int32Array;
  symbol: Int32Array;
  length: Int32Array;
  /** Bits of the symbols that start at each token (symbol-signs.ts), those of the word itself among them. */
  readonly signs: Int32Array;
  count: number;
  /** Bits of the words and phrases that start at each token: of events, and of persons. */
  readonly events: Int32Array;
  readonly persons: Int32Array;
}

/** Classes that are kept as bits. */
export interface ScanTraits {
  readonly events: Traits;
  readonly persons: Traits;
}

/** Makes the arrays once; they grow only for records longer than any before. */
export function createScan(size: number): Scan {
  return {
    head: new Int32Array(size),
    next: new Int32Array(4096),
    symbol: new Int32Array(4096),
    length: new Int32Array(4096),
    signs: new Int32Array(size),
    count: 1,
    events: new Int32Array(size),
    persons: new Int32Array(size),
  };
}

function grow(list: Int32Array): Int32Array {
  const longer = new Int32Array(list.length * 2);
  longer.set(list);
  return longer;
}

/** Notes that a symbol of `length` tokens starts at token `at`. */
export function addSymbol(scan: Scan, at: number, symbol: number, length: number): void {
  if (scan.count >= scan.next.length) {
    scan.next = grow(scan.next);
    scan.symbol = grow(scan.symbol);
    scan.length = grow(scan.length);
  }
  const slot = scan.count++;
  scan.symbol[slot] = symbol;
  scan.length[slot] = length;
  scan.next[slot] = scan.head[at] ?? 0;
  scan.head[at] = slot;
  scan.signs[at] = (scan.signs[at] ?? 0) | signOf(symbol);
}

function addPhrasesAt(
  scan: Scan,
  grammar: Grammar,
  tokens: TokenBuffer,
  at: number,
  traits: ScanTraits | null,
): void {
  const { starts, items } = grammar.nodeSymbols;
  const sentence = tokens.sentence[at];
  let node = grammar.firstNode[tokens.word[at] ?? 0] ?? 0;
  for (let to = at + 1; to < tokens.count && tokens.sentence[to] === sentence; to++) {
    const word = tokens.word[to] ?? 0;
    node = word === 0 ? 0 : findStep(grammar, node, word);
    if (node === 0) return;
    const end = starts[node + 1] ?? 0;
    for (let i = starts[node] ?? 0; i < end; i++) {
      const symbol = items[i] ?? 0;
      addSymbol(scan, at, symbol, to - at + 1);
      if (traits === null) continue;
      scan.events[at] = (scan.events[at] ?? 0) | (traits.events.ofSymbol[symbol] ?? 0);
      scan.persons[at] = (scan.persons[at] ?? 0) | (traits.persons.ofSymbol[symbol] ?? 0);
    }
  }
}

/** Finds every phrase of the lexicon, and the bits of each token; phrases never cross a sentence. */
export function findPhrases(
  scan: Scan,
  grammar: Grammar,
  tokens: TokenBuffer,
  traits: ScanTraits | null = null,
): void {
  scan.head.fill(0, 0, tokens.count + 1);
  scan.count = 1;
  for (let at = 0; at < tokens.count; at++) {
    const word = tokens.word[at] ?? 0;
    scan.signs[at] = grammar.wordSigns[word] ?? 0;
    if (traits !== null) {
      scan.events[at] = traits.events.ofWord[word] ?? 0;
      scan.persons[at] = traits.persons.ofWord[word] ?? 0;
    }
    if ((grammar.firstNode[word] ?? 0) !== 0) addPhrasesAt(scan, grammar, tokens, at, traits);
  }
}

/** Longest stretch of tokens at `at` that carries `symbol`; 0 for none. */
export function spanOf(
  scan: Scan,
  grammar: Grammar,
  tokens: TokenBuffer,
  at: number,
  symbol: number,
): number {
  if (at < 0 || at >= tokens.count) return 0;
  let best = 0;
  const { starts, items } = grammar.wordSymbols;
  const word = tokens.word[at] ?? 0;
  const end = starts[word + 1] ?? 0;
  for (let i = starts[word] ?? 0; i < end && best === 0; i++) if (items[i] === symbol) best = 1;
  for (let slot = scan.head[at] ?? 0; slot !== 0; slot = scan.next[slot] ?? 0) {
    if (scan.symbol[slot] === symbol) best = Math.max(best, scan.length[slot] ?? 0);
  }
  return best;
}
