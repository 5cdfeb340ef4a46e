import type { Matcher } from './create-matcher.ts';
import { createSightings } from './create-sightings.ts';
import type { Grammar } from './grammar.ts';
import type { PatternTable } from './index-patterns.ts';
import type { Scan } from './scan.ts';
import type { TokenBuffer } from './token-buffer.ts';

/** One pattern found: tokens `from` up to but not including `to`. */
export interface Hit {
  readonly owner: number;
  readonly pattern: number;
  readonly from: number;
  readonly to: number;
}

/** Most hits of one record that are kept: far above any real record, so that hostile text ends. */
const MAX_HITS = 4000;

/** Tokens are numbered on up to this, far from where numbers end. */
const LAST_TOKEN = 2 ** 30;

/** Finds the hits of one record after another. */
export type HitFinder = (scan: Scan, tokens: TokenBuffer, match: Matcher) => Hit[];

/** The patterns to be tried in one record, as chains by the symbol that they start with. */
interface Chains {
  readonly heads: Int32Array;
  readonly tails: Int32Array;
  readonly next: Int32Array;
  readonly pattern: Int32Array;
  count: number;
}

function addLink(chains: Chains, symbol: number, pattern: number): void {
  const link = ++chains.count;
  chains.pattern[link] = pattern;
  chains.next[link] = 0;
  if (chains.heads[symbol] === 0) chains.heads[symbol] = link;
  else chains.next[chains.tails[symbol] ?? 0] = link;
  chains.tails[symbol] = link;
}

/**
 * Puts a hit among those of its place, which start at `place`; those from `chain` on come of the same symbol and stand in
 * the order of the rules as written. Of one rule's patterns only the longest match at a place is kept.
 */
function keepHit(hits: Hit[], place: number, chain: number, hit: Hit): void {
  let after = hits.length;
  for (let known = hits.length - 1; known >= place; known--) {
    const other = hits[known];
    if (other === undefined) continue;
    if (other.owner === hit.owner) {
      if (other.to < hit.to) hits[known] = hit;
      return;
    }
    if (known >= chain && other.owner > hit.owner) after = known;
  }
  if (after === hits.length) hits.push(hit);
  else hits.splice(after, 0, hit);
}

/**
 * Makes the function that tries, at every token, the patterns that start with something found there. Of one rule's
 * patterns only the longest match at a place is kept. A pattern is tried only when every element it needs is
 * somewhere in the record: most patterns need a word that most records do not have.
 */
export function createHitFinder(grammar: Grammar, patterns: PatternTable): HitFinder {
  const { owners } = patterns;
  const { starts: firstStarts, items: firstItems } = patterns.firsts;
  const { starts: openingStarts, items: openingItems } = patterns.openings;
  const { starts: needStarts, items: needItems } = patterns.needs;
  const { starts: setStarts, items: setItems } = patterns.sets;
  const { starts: wordStarts, items: wordItems } = grammar.wordSymbols;
  const symbolCount = openingStarts.length - 1;
  const { see, met, hasSymbol, hasGate } = createSightings(grammar, patterns);
  const chains: Chains = {
    heads: new Int32Array(symbolCount),
    tails: new Int32Array(symbolCount),
    next: new Int32Array(firstItems.length + 1),
    pattern: new Int32Array(firstItems.length + 1),
    count: 0,
  };
  const started: number[] = [];
  // Tokens are numbered on from record to record, so that there is nothing to clear. Where each pattern was tried last;
  // `opened`, which stands before the first token of a record, where it was opened there and not tried yet.
  const triedAt = new Int32Array(owners.length);
  let opened = 0;

  const activate = (pattern: number): void => {
    triedAt[pattern] = opened;
    const end = firstStarts[pattern + 1] ?? 0;
    for (let i = firstStarts[pattern] ?? 0; i < end; i++) {
      const symbol = firstItems[i] ?? 0;
      if (!hasSymbol(symbol)) continue;
      if (chains.heads[symbol] === 0) started.push(symbol);
      addLink(chains, symbol, pattern);
    }
  };
  const hasElement = (element: number): boolean => {
    const end = setStarts[element + 1] as number;
    for (let i = setStarts[element] as number; i < end; i++)
      if (hasSymbol(setItems[i] as number)) return true;
    return false;
  };
  const hasAll = (pattern: number): boolean => {
    const end = needStarts[pattern + 1] as number;
    for (let i = needStarts[pattern] as number; i < end; i++)
      if (!hasElement(needItems[i] as number)) return false;
    return true;
  };
  const activateAll = (metCount: number): void => {
    for (const symbol of started) chains.heads[symbol] = 0;
    started.length = 0;
    chains.count = 0;
    for (let i = 0; i < metCount; i++) {
      const symbol = met[i] as number;
      const end = openingStarts[symbol + 1] as number;
      for (let k = openingStarts[symbol] as number; k < end; k += 2) {
        const gate = openingItems[k] as number;
        if (gate !== 0 && !hasGate(gate)) continue;
        const pattern = openingItems[k + 1] as number;
        // Two symbols of a record can be of the element by which a pattern is looked up.
        if (triedAt[pattern] !== opened && hasAll(pattern)) activate(pattern);
      }
    }
  };

  return (scan, tokens, match) => {
    if (opened > LAST_TOKEN) {
      triedAt.fill(0);
      opened = 0;
    }
    opened += 1;
    activateAll(see(scan, tokens));
    const hits: Hit[] = [];
    const tryChain = (at: number, symbol: number, first: number, isWord: boolean): void => {
      const chain = hits.length;
      for (let link = chains.heads[symbol] ?? 0; link !== 0; link = chains.next[link] ?? 0) {
        const pattern = chains.pattern[link] ?? 0;
        if (triedAt[pattern] === opened + 1 + at) continue;
        triedAt[pattern] = opened + 1 + at;
        const to = match(pattern, at, isWord);
        if (to >= 0) keepHit(hits, first, chain, { owner: owners[pattern] ?? 0, pattern, from: at, to });
      }
    };
    for (let at = 0; at < tokens.count && hits.length < MAX_HITS; at++) {
      const first = hits.length;
      const word = tokens.word[at] ?? 0;
      const end = wordStarts[word + 1] ?? 0;
      for (let i = wordStarts[word] ?? 0; i < end; i++) tryChain(at, wordItems[i] ?? 0, first, true);
      for (let slot = scan.head[at] ?? 0; slot !== 0; slot = scan.next[slot] ?? 0) {
        tryChain(at, scan.symbol[slot] ?? 0, first, false);
      }
    }
    opened += tokens.count;
    return hits;
  };
}
