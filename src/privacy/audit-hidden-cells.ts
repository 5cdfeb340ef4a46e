import type { CellSystem } from './cell-system.ts';
import { eliminate, putIn } from './eliminate.ts';
import { type HeldRow, reduceRelation } from './reduce-relation.ts';

/** What a careful reader can work out of one hidden cell. */
export interface CellBounds {
  low: number;
  high: number;
}

const MAX_ROUNDS = 200;
/** Rows of more cells than this are not put into each other: a trust of a thousand schools would take a million steps. */
const WIDEST = 24;

/**
 * What can be worked out of every hidden cell from all that is shown: the attack that the edition must withstand.
 * The reader is taken to know the rule, so a cell hidden for being small lies between 1 and the threshold less one,
 * and any other is at least 1 (at least 0 where zeros are hidden too). Linear algebra first: the equations between
 * hidden cells are solved as far as they go; then bounds are drawn together over the equations, their solved forms
 * and the inequalities, as they stand and with the solved forms put in, until nothing moves. A cell is found out when its bounds meet.
 */
export function auditHiddenCells(
  system: CellSystem,
  hidden: ReadonlySet<string>,
  threshold: number,
): Map<string, CellBounds> {
  const bounds = new Map<string, CellBounds>();
  for (const id of hidden) bounds.set(id, knownBefore(system, id, threshold));
  const rows = system.relations.flatMap((relation) => reduceRelation(relation, system, hidden));
  const equations = rows.filter((row) => row.holds === 'equal');
  const solved = eliminate(equations);
  const byLead = new Map(solved.map((row) => [row.lead, row]));
  const all: HeldRow[] = [
    ...rows,
    ...solved.map((row) => ({ ...row, holds: 'equal' as const })),
    // What must be shared out between two cells is not at its most in both: bounds cell by cell do not see that.
    ...rows.flatMap((row) => {
      if (row.holds === 'equal' || row.weights.size > WIDEST) return [];
      if (![...row.weights.keys()].some((id) => byLead.has(id))) return [];
      return [{ ...putIn(row, byLead, WIDEST), holds: row.holds }];
    }),
  ];
  for (let round = 0; round < MAX_ROUNDS; round++) {
    let moved = false;
    for (const row of all) moved = tighten(row, bounds) || moved;
    if (!moved) break;
  }
  return bounds;
}

/** Cells whose value is found out, in order of id. */
export function listFoundOut(bounds: ReadonlyMap<string, CellBounds>): string[] {
  return [...bounds]
    .filter(([, { low, high }]) => low >= high)
    .map(([id]) => id)
    .sort();
}

function knownBefore(system: CellSystem, id: string, threshold: number): CellBounds {
  const cell = system.cells.get(id);
  if (cell === undefined || cell.always === true || cell.value === 0) {
    return { low: 0, high: Number.POSITIVE_INFINITY };
  }
  const small = cell.sensitive && cell.value < threshold;
  return { low: 1, high: small ? threshold - 1 : Number.POSITIVE_INFINITY };
}

/** A sum of which some parts may have no bound. */
interface OpenSum {
  sum: number;
  unbounded: number;
}

function addPart(to: OpenSum, part: number, sign: 1 | -1): void {
  if (Number.isFinite(part)) to.sum += sign * part;
  else to.unbounded += sign;
}

/** The least and the most that a cell adds to its row. */
function partsOf({ low, high }: CellBounds, weight: number): readonly [number, number] {
  return weight > 0 ? [weight * low, weight * high] : [weight * high, weight * low];
}

/**
 * Draws each cell's bounds together by one row: sum of weight x cell (= or <=) constant. The sums of the others are those
 * of all less its own, so that a row of a thousand schools costs a thousand steps and not a million.
 */
function tighten({ weights, constant, holds }: HeldRow, bounds: Map<string, CellBounds>): boolean {
  const least: OpenSum = { sum: 0, unbounded: 0 };
  const most: OpenSum = { sum: 0, unbounded: 0 };
  const addOwn = (own: CellBounds, weight: number, sign: 1 | -1): void => {
    const [low, high] = partsOf(own, weight);
    addPart(least, low, sign);
    addPart(most, high, sign);
  };
  const cells = [...weights].flatMap(([id, weight]) => {
    const own = bounds.get(id);
    return own === undefined || weight === 0 ? [] : { own, weight };
  });
  for (const { own, weight } of cells) addOwn(own, weight, 1);
  let moved = false;
  for (const { own, weight } of cells) {
    addOwn(own, weight, -1);
    const top = least.unbounded > 0 ? Number.NaN : (constant - least.sum) / weight;
    const isTold = holds === 'equal' && most.unbounded === 0;
    const bottom = isTold ? (constant - most.sum) / weight : Number.NaN;
    moved = narrow(own, weight > 0 ? bottom : top, weight > 0 ? top : bottom) || moved;
    addOwn(own, weight, 1);
  }
  return moved;
}

/** Whole numbers only; a hair of slack, so that float noise never finds a cell out by itself. */
function narrow(own: CellBounds, low: number, high: number): boolean {
  const newLow = Number.isFinite(low) ? Math.max(own.low, Math.ceil(low - 1e-6)) : own.low;
  const newHigh = Number.isFinite(high) ? Math.min(own.high, Math.floor(high + 1e-6)) : own.high;
  const moved = newLow > own.low || newHigh < own.high;
  own.low = newLow;
  own.high = newHigh;
  return moved;
}
