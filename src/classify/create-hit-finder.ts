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

/** Lists of small numbers one behind the other: row `i` is `items[starts[i]]` up to `items[starts[i + 1]]`. */
interface Rows {
  readonly starts: Int32Array;
  readonly items: Int32Array;
}

/** Puts lists into one array: thousands of small arrays lie all over the memory, and a cold pass waits for it. */
function packRows(lists: readonly ArrayLike<number>[]): Rows {
  const starts = new Int32Array(lists.length + 1);
  let size = 0;
  for (let i = 0; i < lists.length; i++) {
    starts[i] = size;
    size += lists[i]?.length ?? 0;
  }
  starts[lists.length] = size;
  const items = new Int32Array(size);
  for (let i = 0; i < lists.length; i++) items.set(lists[i] ?? [], starts[i]);
  return { starts, items };
}

interface Index {
  /** Patterns by their rarest element. */
  readonly groups: Rows;
  /** Other elements that a pattern needs, the rarest first. */
  readonly needs: Rows;
}

/** Patterns by the needed element that the fewest words carry: looked at only in records that have it. */
function indexByRarest(compiled: CompiledRules): Index {
  const carriers = new Float64Array(compiled.elementCount);
  compiled.elementsOf.forEach((elements, symbol) => {
    const cost = compiled.symbolCost[symbol] ?? 1;
    for (const element of elements) carriers[element] = (carriers[element] ?? 0) + cost;
  });
  const groups: number[][] = Array.from({ length: compiled.elementCount }, () => []);
  const needs = compiled.patterns.map((pattern, index) => {
    let rarest = pattern.values[0] ?? 0;
    for (const element of pattern.needs) {
      if ((carriers[element] ?? 0) < (carriers[rarest] ?? 0)) rarest = element;
    }
    groups[rarest]?.push(index);
    return pattern.needs
      .filter((element) => element !== rarest)
      .sort((a, b) => (carriers[a] ?? 0) - (carriers[b] ?? 0));
  });
  return { groups: packRows(groups), needs: packRows(needs) };
}

/**
 * Makes the function that tries, at every token, the patterns that start with something found there. Of one rule's
 * patterns only the longest match at a place is kept. A pattern is tried only when every element it needs is
 * somewhere in the record: most patterns need a word that most records do not have.
 */
export function createHitFinder(compiled: CompiledRules): HitFinder {
  const { grammar, patterns, elementsOf } = compiled;
  const { groups, needs } = indexByRarest(compiled);
  // Only elements by which some pattern is found need to be met; the others are looked up when they are asked for.
  const hasGroup = (element: number): boolean =>
    (groups.starts[element + 1] ?? 0) > (groups.starts[element] ?? 0);
  const keys = packRows(elementsOf.map((elements) => elements.filter(hasGroup)));
  const sets = packRows(compiled.elementSets);
  const firsts = packRows(patterns.map((pattern) => pattern.first));
  // The number of the record in which a symbol or an element was last seen: nothing to clear between records.
  const symbolSeen = new Uint32Array(elementsOf.length);
  const elementSeen = new Uint32Array(compiled.elementCount);
  const elementMissed = new Uint32Array(compiled.elementCount);
  const activeIn = new Uint32Array(elementsOf.length);
  const activeCount = new Int32Array(elementsOf.length);
  const active: number[][] = Array.from({ length: elementsOf.length }, () => []);
  const seen: number[] = [];
  let record = 0;

  const see = (symbol: number): void => {
    if (symbolSeen[symbol] === record) return;
    symbolSeen[symbol] = record;
    const end = keys.starts[symbol + 1] ?? 0;
    for (let i = keys.starts[symbol] ?? 0; i < end; i++) {
      const element = keys.items[i] ?? 0;
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
  const isThere = (element: number): boolean => {
    if (elementSeen[element] === record) return true;
    if (elementMissed[element] === record) return false;
    const end = sets.starts[element + 1] ?? 0;
    for (let i = sets.starts[element] ?? 0; i < end; i++) {
      if (symbolSeen[sets.items[i] ?? 0] !== record) continue;
      elementSeen[element] = record;
      return true;
    }
    elementMissed[element] = record;
    return false;
  };
  const canMatch = (index: number): boolean => {
    const end = needs.starts[index + 1] ?? 0;
    for (let i = needs.starts[index] ?? 0; i < end; i++) if (!isThere(needs.items[i] ?? 0)) return false;
    return true;
  };
  const activate = (index: number): void => {
    if (!canMatch(index)) return;
    const end = firsts.starts[index + 1] ?? 0;
    for (let i = firsts.starts[index] ?? 0; i < end; i++) {
      const symbol = firsts.items[i] ?? 0;
      if (symbolSeen[symbol] !== record) continue;
      const list = active[symbol];
      if (list === undefined) continue;
      if (activeIn[symbol] !== record) {
        activeIn[symbol] = record;
        activeCount[symbol] = 0;
      }
      const place = activeCount[symbol] ?? 0;
      list[place] = index;
      activeCount[symbol] = place + 1;
    }
  };

  return (scan, tokens, matcher) => {
    record += 1;
    seen.length = 0;
    seeAll(scan, tokens);
    for (let i = 0; i < seen.length; i++) {
      const element = seen[i] ?? 0;
      const end = groups.starts[element + 1] ?? 0;
      for (let k = groups.starts[element] ?? 0; k < end; k++) activate(groups.items[k] ?? 0);
    }
    const hits: Hit[] = [];
    let first = 0;
    const tryPatterns = (at: number, symbol: number): void => {
      if (activeIn[symbol] !== record) return;
      const list = active[symbol];
      if (list === undefined) return;
      const count = activeCount[symbol] ?? 0;
      for (let i = 0; i < count; i++) {
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
