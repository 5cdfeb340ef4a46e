import type { Grammar } from './grammar.ts';
import { type Pattern, STEP } from './pattern.ts';
import type { TokenBuffer } from './token-buffer.ts';

/** What is known of each token of one record beside the word itself: phrases and roles that start there. */
export interface Scan {
  readonly head: Int32Array;
  next: Int32Array;
  symbol: Int32Array;
  length: Int32Array;
  count: number;
}

/** Makes the arrays once; they grow only for records longer than any before. */
export function createScan(size: number): Scan {
  return {
    head: new Int32Array(size),
    next: new Int32Array(4096),
    symbol: new Int32Array(4096),
    length: new Int32Array(4096),
    count: 1,
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
}

/** Finds every phrase of the lexicon; phrases never cross a sentence. */
export function findPhrases(scan: Scan, grammar: Grammar, tokens: TokenBuffer): void {
  scan.head.fill(0, 0, tokens.count + 1);
  scan.count = 1;
  for (let at = 0; at < tokens.count; at++) {
    const word = tokens.word[at] ?? 0;
    if (word === 0 || grammar.startsPhrase[word] !== 1) continue;
    const sentence = tokens.sentence[at];
    let node = 0;
    for (let to = at; to < tokens.count && tokens.sentence[to] === sentence; to++) {
      const next = grammar.steps[node]?.get(tokens.word[to] ?? 0);
      if (next === undefined) break;
      node = next;
      const found = grammar.nodeSymbols[node];
      if (found !== undefined) for (const symbol of found) addSymbol(scan, at, symbol, to - at + 1);
    }
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
  const own = grammar.wordSymbols[tokens.word[at] ?? 0];
  if (own !== undefined) {
    for (let i = 0; i < own.length; i++) {
      if (own[i] !== symbol) continue;
      best = 1;
      break;
    }
  }
  for (let slot = scan.head[at] ?? 0; slot !== 0; slot = scan.next[slot] ?? 0) {
    if (scan.symbol[slot] === symbol) best = Math.max(best, scan.length[slot] ?? 0);
  }
  return best;
}

/** A matcher over the arrays of one classifier. */
export interface Matcher {
  /** First token after the match that starts at `at`, or -1. */
  readonly match: (pattern: Pattern, at: number) => number;
}

/** Makes the function that tries one pattern at one place. */
export function createMatcher(
  scan: Scan,
  grammar: Grammar,
  tokens: TokenBuffer,
  bits: Int32Array,
  width: number,
): Matcher {
  const { wordSymbols } = grammar;
  const has = (element: number, symbol: number): boolean =>
    ((bits[element * width + (symbol >> 5)] ?? 0) & (1 << (symbol & 31))) !== 0;

  const step = (pattern: Pattern, part: number, at: number, sentence: number): number => {
    const { kinds, values } = pattern;
    if (part === kinds.length) return at;
    const kind = kinds[part];
    const value = values[part] ?? 0;
    if (kind === STEP.gap || kind === STEP.wideGap) {
      for (let skipped = 0; skipped <= value; skipped++) {
        const to = at + skipped;
        if (to >= tokens.count) return -1;
        const there = tokens.sentence[to] ?? 0;
        if (kind === STEP.gap && there !== sentence) return -1;
        if (tokens.field[to] !== tokens.field[at]) return -1;
        const end = step(pattern, part + 1, to, there);
        if (end >= 0) return end;
      }
      return -1;
    }
    if (at < tokens.count && tokens.sentence[at] === sentence) {
      for (let slot = scan.head[at] ?? 0; slot !== 0; slot = scan.next[slot] ?? 0) {
        if (has(value, scan.symbol[slot] ?? 0)) {
          const end = step(pattern, part + 1, at + (scan.length[slot] ?? 1), sentence);
          if (end >= 0) return end;
        }
      }
      const own = wordSymbols[tokens.word[at] ?? 0];
      if (own !== undefined) {
        for (let i = 0; i < own.length; i++) {
          if (has(value, own[i] ?? 0)) {
            const end = step(pattern, part + 1, at + 1, sentence);
            if (end >= 0) return end;
            break;
          }
        }
      }
    }
    return kind === STEP.optional ? step(pattern, part + 1, at, sentence) : -1;
  };
  return { match: (pattern, at) => step(pattern, 0, at, tokens.sentence[at] ?? 0) };
}
