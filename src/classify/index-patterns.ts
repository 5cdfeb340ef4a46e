import type { ElementTable, Pattern } from './pattern.ts';
import { packRows, type Rows } from './rows.ts';

/** All patterns as tables, and what tells which of them a record can match. */
export interface PatternTable {
  /** Owner of each pattern. */
  readonly owners: Int32Array;
  /** Steps of pattern `p`: from `starts[p]` up to `starts[p + 1]`. */
  readonly starts: Int32Array;
  readonly kinds: Uint8Array;
  readonly values: Int32Array;
  /** Symbols of the first element of each pattern. */
  readonly firsts: Rows;
  /** Symbols of each element, in order. */
  readonly sets: Rows;
  /** For each symbol, the elements it belongs to by which some pattern is looked up. */
  readonly keys: Rows;
  /** For each symbol, the elements it belongs to that some pattern needs beside the one it is looked up by. */
  readonly tests: Rows;
  /** Patterns by their rarest element. */
  readonly groups: Rows;
  /** For each place of `groups.items`, the rarest other element that its pattern needs; -1 for none. */
  readonly gates: Int32Array;
  /** The elements that a pattern needs beside these two, the rarest first. */
  readonly needs: Rows;
}

function listElementsBySymbol(sets: readonly (readonly number[])[], symbolCount: number): number[][] {
  const lists: number[][] = Array.from({ length: symbolCount }, () => []);
  sets.forEach((set, element) => {
    for (const symbol of set) lists[symbol]?.push(element);
  });
  return lists;
}

/** Patterns by the needed element that the fewest words carry: looked at only in records that have it. */
function groupByRarest(
  patterns: readonly Pattern[],
  elementsOf: readonly (readonly number[])[],
  elementCount: number,
  symbolCost: Float64Array,
): { groups: number[][]; needs: number[][] } {
  const carriers = new Float64Array(elementCount);
  elementsOf.forEach((elements, symbol) => {
    const cost = symbolCost[symbol] ?? 1;
    for (const element of elements) carriers[element] = (carriers[element] ?? 0) + cost;
  });
  const groups: number[][] = Array.from({ length: elementCount }, () => []);
  const needs = patterns.map((pattern, index) => {
    let rarest = pattern.values[0] ?? 0;
    for (const element of pattern.needs) {
      if ((carriers[element] ?? 0) < (carriers[rarest] ?? 0)) rarest = element;
    }
    groups[rarest]?.push(index);
    return pattern.needs
      .filter((element) => element !== rarest)
      .sort((a, b) => (carriers[a] ?? 0) - (carriers[b] ?? 0));
  });
  return { groups, needs };
}

/**
 * Puts compiled patterns into tables. `symbolCost` guesses how common each symbol is: what decides which of its
 * elements a pattern is looked up by, never what it matches.
 */
export function indexPatterns(
  patterns: readonly Pattern[],
  elements: ElementTable,
  symbolCost: Float64Array,
): PatternTable {
  const sets = elements.sets.map((set) => [...new Set(set)].sort((a, b) => a - b));
  const elementsOf = listElementsBySymbol(sets, symbolCost.length);
  const { groups, needs } = groupByRarest(patterns, elementsOf, sets.length, symbolCost);
  const kinds = packRows(patterns.map((pattern) => pattern.kinds));
  const grouped = packRows(groups);
  const needed = new Set(needs.flat());
  return {
    owners: Int32Array.from(patterns, (pattern) => pattern.owner),
    starts: kinds.starts,
    kinds: Uint8Array.from(kinds.items),
    values: packRows(patterns.map((pattern) => pattern.values)).items,
    firsts: packRows(patterns.map((pattern) => sets[pattern.first] ?? [])),
    sets: packRows(sets),
    keys: packRows(elementsOf.map((own) => own.filter((element) => (groups[element]?.length ?? 0) > 0))),
    tests: packRows(elementsOf.map((own) => own.filter((element) => needed.has(element)))),
    groups: grouped,
    gates: grouped.items.map((pattern) => needs[pattern]?.[0] ?? -1),
    needs: packRows(needs.map((own) => own.slice(1))),
  };
}
