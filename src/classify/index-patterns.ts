import type { ElementTable, Pattern } from './pattern.ts';
import { packRows, type Rows } from './rows.ts';

/** All patterns as tables, and what tells which of them a record can match. */
export interface PatternTable {
  /** Owner of each pattern. */
  readonly owners: Int32Array;
  /** 1 for a pattern whose own words deny something. */
  readonly denies: Uint8Array;
  /** Steps of pattern `p`: from `starts[p]` up to `starts[p + 1]`. */
  readonly starts: Int32Array;
  readonly kinds: Uint8Array;
  readonly values: Rows['items'];
  /** Symbols of the first element of each pattern. */
  readonly firsts: Rows;
  /** Symbols of each element, in order. */
  readonly sets: Rows;
  /**
   * For each symbol, the patterns that are looked up by it, since it belongs to their rarest element: in front of each
   * stands the rarest other element that it needs, as a test; 0 for none.
   */
  readonly openings: Rows;
  /** For each symbol, the tests it belongs to: elements that some pattern needs beside its rarest, numbered apart. */
  readonly tests: Rows;
  /** What else a pattern needs that is not in most records anyway, as tests, the rarest first. */
  readonly needs: Rows;
  /** How many numbers tests have, 0 included, which is none. */
  readonly testCount: number;
}

function listElementsBySymbol(sets: readonly (readonly number[])[], symbolCount: number): number[][] {
  const lists: number[][] = Array.from({ length: symbolCount }, () => []);
  sets.forEach((set, element) => {
    for (const symbol of set) lists[symbol]?.push(element);
  });
  return lists;
}

/** An element that more of a hundred records have is not asked for: the answer would seldom be no. */
const COMMON = 100;

/** Patterns by the needed element that the fewest records have: looked at only in records that have it. */
function groupByRarest(
  patterns: readonly Pattern[],
  sets: readonly (readonly number[])[],
  symbolShare: Float64Array,
): { groups: number[][]; needs: number[][] } {
  const shares = sets.map((set) => set.reduce((sum, symbol) => sum + (symbolShare[symbol] ?? 0), 0));
  const shareOf = (element: number): number => shares[element] ?? 0;
  const groups: number[][] = sets.map(() => []);
  const needs = patterns.map((pattern, index) => {
    const all = new Set([pattern.first, ...pattern.needs]);
    const [rarest = pattern.first, ...others] = [...all].sort((a, b) => shareOf(a) - shareOf(b));
    groups[rarest]?.push(index);
    return others.filter((element) => shareOf(element) < COMMON);
  });
  return { groups, needs };
}

/** Gives numbers of their own, from 1, to the elements that are wanted: what is noted of them in each record lies close together. */
function numberElements(count: number, isWanted: (element: number) => boolean): Map<number, number> {
  const numbers = new Map<number, number>();
  for (let element = 0; element < count; element++)
    if (isWanted(element)) numbers.set(element, numbers.size + 1);
  return numbers;
}

/** The lists with other numbers; what has none is left out. */
function renumber(lists: readonly (readonly number[])[], numbers: ReadonlyMap<number, number>): number[][] {
  return lists.map((list) => list.flatMap((element) => numbers.get(element) ?? []));
}

/**
 * Puts compiled patterns into tables. `symbolShare` guesses of a hundred records how many have each symbol: what decides which of its
 * elements a pattern is looked up by, never what it matches.
 */
export function indexPatterns(
  patterns: readonly Pattern[],
  elements: ElementTable,
  symbolShare: Float64Array,
): PatternTable {
  const sets = elements.sets.map((set) => [...new Set(set)].sort((a, b) => a - b));
  const elementsOf = listElementsBySymbol(sets, symbolShare.length);
  const { groups, needs } = groupByRarest(patterns, sets, symbolShare);
  const kinds = packRows(patterns.map((pattern) => pattern.kinds));
  const needed = new Set(needs.flat());
  const tests = numberElements(sets.length, (element) => needed.has(element));
  const tested = renumber(needs, tests);
  const open = (element: number): number[] =>
    (groups[element] ?? []).flatMap((pattern) => [tested[pattern]?.[0] ?? 0, pattern]);
  return {
    owners: Int32Array.from(patterns, (pattern) => pattern.owner),
    denies: Uint8Array.from(patterns, (pattern) => (pattern.denies ? 1 : 0)),
    starts: kinds.starts,
    kinds: Uint8Array.from(kinds.items),
    values: packRows(patterns.map((pattern) => pattern.values)).items,
    firsts: packRows(patterns.map((pattern) => sets[pattern.first] ?? [])),
    sets: packRows(sets),
    openings: packRows(elementsOf.map((own) => own.flatMap(open))),
    tests: packRows(renumber(elementsOf, tests)),
    needs: packRows(tested.map((own) => own.slice(1))),
    testCount: tests.size + 1,
  };
}
