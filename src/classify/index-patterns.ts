import { type ElementTable, type Pattern, STEP } from './pattern.ts';
import { packRows, type Rows } from './rows.ts';
import { ANY_SIGN, signRows } from './symbol-signs.ts';

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
  /** Bits of the symbols of each element, and for a gap of what has to stand behind it, or `ANY_SIGN`. */
  readonly signs: Int32Array;
  /** Symbols of the first element of each pattern. */
  readonly firsts: Rows;
  /** Symbols of each element, in order. */
  readonly sets: Rows;
  /**
   * For each symbol, the patterns that are looked up by it, since it belongs to their rarest element: in front of each
   * stands its gate, 0 for none.
   */
  readonly openings: Rows;
  /** For each symbol, the gates it opens: a gate is an element that some pattern needs beside its rarest. */
  readonly gates: Rows;
  /** How many numbers gates have, 0 included, which is none. */
  readonly gateCount: number;
  /** What else a pattern needs that is not in nearly every record anyway, the rarest first. */
  readonly needs: Rows;
}

function listElementsBySymbol(sets: readonly (readonly number[])[], symbolCount: number): number[][] {
  const lists: number[][] = Array.from({ length: symbolCount }, () => []);
  sets.forEach((set, element) => {
    for (const symbol of set) lists[symbol]?.push(element);
  });
  return lists;
}

/** An element whose symbols' shares of a hundred records add up to more is not asked for: nearly every record has it. */
const COMMON = 100;

/** Bits of the symbols that each step of a pattern asks for. */
function signSteps({ kinds, values }: Pattern, elementSigns: Int32Array): number[] {
  return kinds.map((kind, step) => {
    const isGap = kind === STEP.gap || kind === STEP.wideGap;
    if (isGap && kinds[step + 1] !== STEP.test) return ANY_SIGN;
    return elementSigns[values[isGap ? step + 1 : step] ?? 0] ?? 0;
  });
}

/** What a pattern needs. */
interface Needs {
  readonly rarest: number;
  /** The next rarest, noted in every record that has it; -1 for none. */
  readonly gate: number;
  readonly others: readonly number[];
}

function sortNeeds({ first, needs }: Pattern, shareOf: (element: number) => number): Needs {
  const all = new Set([first, ...needs]);
  const [rarest = first, ...others] = [...all].sort((a, b) => shareOf(a) - shareOf(b));
  const [gate = -1, ...asked] = others.filter((element) => shareOf(element) < COMMON);
  return { rarest, gate, others: asked };
}

/** Numbers the gates from 1: what is noted of them in each record lies close together. */
function numberGates(needs: readonly Needs[]): Map<number, number> {
  const numbers = new Map<number, number>();
  for (const { gate } of needs) if (gate >= 0 && !numbers.has(gate)) numbers.set(gate, numbers.size + 1);
  return numbers;
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
  const shares = sets.map((set) => set.reduce((sum, symbol) => sum + (symbolShare[symbol] ?? 0), 0));
  const needs = patterns.map((pattern) => sortNeeds(pattern, (element) => shares[element] ?? 0));
  const gates = numberGates(needs);
  const openings: number[][] = sets.map(() => []);
  needs.forEach(({ rarest, gate }, pattern) => {
    openings[rarest]?.push(gates.get(gate) ?? 0, pattern);
  });
  const kinds = packRows(patterns.map((pattern) => pattern.kinds));
  const packedSets = packRows(sets);
  const elementSigns = signRows(packedSets);
  return {
    owners: Int32Array.from(patterns, (pattern) => pattern.owner),
    denies: Uint8Array.from(patterns, (pattern) => (pattern.denies ? 1 : 0)),
    starts: kinds.starts,
    kinds: Uint8Array.from(kinds.items),
    values: packRows(patterns.map((pattern) => pattern.values)).items,
    signs: Int32Array.from(patterns.flatMap((pattern) => signSteps(pattern, elementSigns))),
    firsts: packRows(patterns.map((pattern) => sets[pattern.first] ?? [])),
    sets: packedSets,
    openings: packRows(elementsOf.map((own) => own.flatMap((element) => openings[element] ?? []))),
    gates: packRows(elementsOf.map((own) => own.flatMap((element) => gates.get(element) ?? []))),
    gateCount: gates.size + 1,
    needs: packRows(needs.map(({ others }) => others)),
  };
}
