import type { CompiledRules } from './compile-rules.ts';
import type { Matcher, Scan } from './scan.ts';
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

/** Finds the hits of one record after another. */
export type HitFinder = (scan: Scan, tokens: TokenBuffer, matcher: Matcher) => Hit[];

/** Patterns by the needed element that the fewest words carry: looked at only in records that have it. */
function groupByRarest(compiled: CompiledRules): Int32Array[] {
  const carriers = new Float64Array(compiled.elementCount);
  compiled.elementsOf.forEach((elements, symbol) => {
    const cost = compiled.symbolCost[symbol] ?? 1;
    for (const element of elements) carriers[element] = (carriers[element] ?? 0) + cost;
  });
  const groups: number[][] = Array.from({ length: compiled.elementCount }, () => []);
  compiled.patterns.forEach((pattern, index) => {
    let rarest = pattern.values[0] ?? 0;
    for (const element of pattern.needs) {
      if ((carriers[element] ?? 0) < (carriers[rarest] ?? 0)) rarest = element;
    }
    groups[rarest]?.push(index);
  });
  return groups.map((group) => Int32Array.from(group));
}

/**
 * Makes the function that tries, at every token, the patterns that start with something found there. Of one rule's
 * patterns only the longest match at a place is kept. A pattern is tried only when every element it needs is
 * somewhere in the record: most patterns need a word that most records do not have.
 */
export function createHitFinder(compiled: CompiledRules): HitFinder {
  const { grammar, patterns, elementsOf } = compiled;
  const byRarest = groupByRarest(compiled);
  // The number of the record in which a symbol or an element was last seen: nothing to clear between records.
  const symbolSeen = new Uint32Array(elementsOf.length);
  const elementSeen = new Uint32Array(compiled.elementCount);
  const activeIn = new Uint32Array(elementsOf.length);
  const active: number[][] = Array.from({ length: elementsOf.length }, () => []);
  const seen: number[] = [];
  let record = 0;

  const see = (symbol: number): void => {
    if (symbolSeen[symbol] === record) return;
    symbolSeen[symbol] = record;
    const elements = elementsOf[symbol];
    if (elements === undefined) return;
    for (let i = 0; i < elements.length; i++) {
      const element = elements[i] ?? 0;
      if (elementSeen[element] === record) continue;
      elementSeen[element] = record;
      seen.push(element);
    }
  };
  const seeAll = (scan: Scan, tokens: TokenBuffer): void => {
    for (let at = 0; at < tokens.count; at++) {
      const own = grammar.wordSymbols[tokens.word[at] ?? 0];
      if (own !== undefined) for (let i = 0; i < own.length; i++) see(own[i] ?? 0);
      for (let slot = scan.head[at] ?? 0; slot !== 0; slot = scan.next[slot] ?? 0)
        see(scan.symbol[slot] ?? 0);
    }
  };
  const canMatch = (needs: Int32Array): boolean => {
    for (let i = 0; i < needs.length; i++) if (elementSeen[needs[i] ?? 0] !== record) return false;
    return true;
  };
  const activate = (index: number): void => {
    const pattern = patterns[index];
    if (pattern === undefined || !canMatch(pattern.needs)) return;
    for (const symbol of pattern.first) {
      if (symbolSeen[symbol] !== record) continue;
      const list = active[symbol];
      if (list === undefined) continue;
      if (activeIn[symbol] !== record) {
        activeIn[symbol] = record;
        list.length = 0;
      }
      list.push(index);
    }
  };

  return (scan, tokens, matcher) => {
    record += 1;
    seen.length = 0;
    seeAll(scan, tokens);
    for (let i = 0; i < seen.length; i++) {
      const group = byRarest[seen[i] ?? 0];
      if (group !== undefined) for (let k = 0; k < group.length; k++) activate(group[k] ?? 0);
    }
    const hits: Hit[] = [];
    let first = 0;
    const tryPatterns = (at: number, symbol: number): void => {
      if (activeIn[symbol] !== record) return;
      const list = active[symbol];
      if (list === undefined) return;
      for (let i = 0; i < list.length; i++) {
        const index = list[i] ?? 0;
        const pattern = patterns[index];
        if (pattern === undefined) continue;
        const to = matcher.match(pattern, at);
        if (to < 0) continue;
        let known = -1;
        for (let k = first; k < hits.length; k++) if (hits[k]?.owner === pattern.owner) known = k;
        const hit = { owner: pattern.owner, pattern: index, from: at, to };
        if (known < 0) hits.push(hit);
        else if ((hits[known]?.to ?? 0) < to) hits[known] = hit;
      }
    };
    for (let at = 0; at < tokens.count && hits.length < MAX_HITS; at++) {
      first = hits.length;
      const own = grammar.wordSymbols[tokens.word[at] ?? 0];
      if (own !== undefined) for (let i = 0; i < own.length; i++) tryPatterns(at, own[i] ?? 0);
      for (let slot = scan.head[at] ?? 0; slot !== 0; slot = scan.next[slot] ?? 0) {
        tryPatterns(at, scan.symbol[slot] ?? 0);
      }
    }
    return hits;
  };
}
