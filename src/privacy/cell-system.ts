/** One published number and what a reader may know of it beforehand. */
export interface Cell {
  readonly value: number;
  /** False for numbers that say nothing of a pupil (records without a time): hidden only for another's sake, last. */
  readonly sensitive: boolean;
  /** Hidden whatever its value, such as the row of a group of very few pupils. */
  readonly always?: boolean;
  /** Hidden only when nothing else will do, such as totals and numbers of the headline table. */
  readonly keep?: boolean;
  /** Decided elsewhere for every report that prints it: shown or hidden already, never hidden here. */
  readonly settled?: boolean;
}

/** Something every reader knows: the weighted sum of cells equals 0, or is at most 0. */
export interface Relation {
  readonly terms: readonly (readonly [cell: string, weight: number])[];
  readonly holds: 'equal' | 'at_most';
}

/** All cells of one or more tables, with everything that ties them together. */
export interface CellSystem {
  readonly cells: ReadonlyMap<string, Cell>;
  readonly relations: readonly Relation[];
}

/** The relation `total = sum of parts`. */
export function sumsTo(total: string, parts: readonly string[]): Relation {
  return { terms: [[total, -1], ...parts.map((part) => [part, 1] as const)], holds: 'equal' };
}

/** The relation `smaller <= larger`. */
export function atMost(smaller: string, larger: string): Relation {
  return {
    terms: [
      [smaller, 1],
      [larger, -1],
    ],
    holds: 'at_most',
  };
}

/** The relation `whole <= sum of parts`, for parts that may overlap. */
export function atMostSum(whole: string, parts: readonly string[]): Relation {
  return { terms: [[whole, 1], ...parts.map((part) => [part, -1] as const)], holds: 'at_most' };
}
