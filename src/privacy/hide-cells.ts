import { auditHiddenCells, listFoundOut } from './audit-hidden-cells.ts';
import type { Cell, CellSystem, Relation } from './cell-system.ts';
import { findToldFew } from './find-told-few.ts';

/**
 * Chooses which cells to hide: first every sensitive count from 1 to the threshold less one, then, while the audit
 * can still find one out, the smallest shown cell beside it. Zeros and totals go last: a zero is worth saying, and
 * a total is worth more than a part. Hidden parts that are few together, as what is shown tells, take a further part
 * with them. `alreadyHidden` are decisions taken elsewhere that must stand (the same term
 * printed in another report), cells outside `mayHide` are only taken when nothing else is left, and settled ones never.
 * Nothing is hidden for the sake of those that `mayBeKnown`: sums that tell of no pupil by themselves.
 * In a school so small that every number around a cell is hidden already, a reader who knew which symbols stand for
 * 1 to 4 might still find it; nobody is told which, so the search stops there (an audit with no upper bound, which
 * is what a reader has, finds nothing then). Relations that the data break (a label taken off by hand whose part was left on) are left out: a reader who
 * believes in them is misled, not informed. Deterministic: ties by id.
 */
export function hideCells(
  system: CellSystem,
  threshold: number,
  alreadyHidden: ReadonlySet<string> = new Set(),
  mayHide: (id: string) => boolean = () => true,
  mayBeKnown: (id: string) => boolean = () => false,
): Set<string> {
  const believed = believe(system);
  const hidden = new Set(alreadyHidden);
  for (const [id, cell] of system.cells) if (isSmall(cell, threshold)) hidden.add(id);
  // First a reader who knows which symbols are small, then one who does not: what the first knows all the same may
  // still be kept from the second.
  for (const most of [threshold, Number.POSITIVE_INFINITY]) {
    const given = new Set(listFoundAlready(believed, hidden, most));
    for (;;) {
      const foundOut = listFoundOut(auditHiddenCells(believed, hidden, most));
      const next = foundOut.find((id) => !given.has(id) && !mayBeKnown(id));
      if (next === undefined && !hideFurther(believed, hidden, threshold, mayHide)) break;
      if (next === undefined) continue;
      const beside = chooseBeside(next, believed, hidden, mayHide);
      if (beside === undefined) given.add(next);
      else hidden.add(beside);
    }
  }
  // What was hidden for another's sake and is known all the same is of no use hidden.
  for (const id of listFoundOut(auditHiddenCells(believed, hidden, Number.POSITIVE_INFINITY))) {
    const cell = system.cells.get(id);
    if (cell !== undefined && !alreadyHidden.has(id) && !isSmall(cell, threshold)) hidden.delete(id);
  }
  return hidden;
}

/** Hides a further part, or else the sum, where hidden parts are few together; whether there was one to hide. */
function hideFurther(
  system: CellSystem,
  hidden: Set<string>,
  threshold: number,
  mayHide: (id: string) => boolean,
): boolean {
  const given = new Set<Relation>();
  for (;;) {
    const few = findToldFew(system, hidden, threshold, given);
    if (few === undefined) return false;
    const [beside] = few.terms
      .map(([id]) => id)
      .filter((id) => !hidden.has(id) && system.cells.get(id)?.settled !== true)
      // A nought more would leave them as few as they are.
      .filter((id) => system.cells.get(id)?.value !== 0)
      .sort((a, b) => compareCost(a, b, system, mayHide));
    if (beside !== undefined) {
      hidden.add(beside);
      return true;
    }
    given.add(few);
  }
}

/** What is found out by settled cells alone: nothing hidden here would mend it. */
function listFoundAlready(
  { cells, relations }: CellSystem,
  hidden: ReadonlySet<string>,
  most: number,
): string[] {
  const isSettled = (id: string): boolean => cells.get(id)?.settled === true;
  const own = relations.filter(({ terms }) => terms.every(([id]) => isSettled(id)));
  return own.length === 0 ? [] : listFoundOut(auditHiddenCells({ cells, relations: own }, hidden, most));
}

/** A system less the relations that its own numbers break. */
export function believe(system: CellSystem): CellSystem {
  return { cells: system.cells, relations: system.relations.filter((each) => isTrue(each, system)) };
}

/** Whether the numbers themselves keep a relation. */
export function isTrue({ terms, holds }: Relation, { cells }: Pick<CellSystem, 'cells'>): boolean {
  const sum = terms.reduce((total, [id, weight]) => total + weight * (cells.get(id)?.value ?? 0), 0);
  return holds === 'equal' ? sum === 0 : sum <= 0;
}

/** Whether a cell is hidden for its own sake. */
function isSmall(cell: Cell, threshold: number): boolean {
  return cell.sensitive && (cell.always === true || (cell.value > 0 && cell.value < threshold));
}

/** The best shown cell to hide for the sake of a found-out one: nearest relation first, then smallest. */
function chooseBeside(
  id: string,
  system: CellSystem,
  hidden: ReadonlySet<string>,
  mayHide: (id: string) => boolean,
): string | undefined {
  const seen = new Set([id]);
  let near = system.relations.filter((relation) => touches(relation, seen));
  for (;;) {
    const shown = near
      .flatMap(({ terms }) => terms.map(([cell]) => cell))
      .filter((cell) => !hidden.has(cell) && system.cells.get(cell)?.settled !== true);
    const best = shown.sort((a, b) => compareCost(a, b, system, mayHide))[0];
    if (best !== undefined) return best;
    const before = near.length;
    for (const { terms } of near) for (const [cell] of terms) if (hidden.has(cell)) seen.add(cell);
    near = system.relations.filter((relation) => touches(relation, seen));
    if (near.length === before) return undefined;
  }
}

function touches({ terms }: Relation, cells: ReadonlySet<string>): boolean {
  return terms.some(([cell]) => cells.has(cell));
}

function compareCost(a: string, b: string, system: CellSystem, mayHide: (id: string) => boolean): number {
  const cost = (id: string): number[] => {
    const cell = system.cells.get(id);
    const value = cell?.value ?? 0;
    return [
      cell?.sensitive === false ? 1 : 0,
      mayHide(id) ? 0 : 1,
      cell?.keep === true ? 1 : 0,
      value === 0 ? 1 : 0,
      value,
    ];
  };
  const [x, y] = [cost(a), cost(b)];
  for (const [index, part] of x.entries()) if (part !== y[index]) return part - (y[index] ?? 0);
  return a < b ? -1 : a > b ? 1 : 0;
}
