import { auditHiddenCells, listFoundOut } from './audit-hidden-cells.ts';
import type { Cell, CellSystem, Relation } from './cell-system.ts';
import { findToldFew } from './find-told-few.ts';
import { findTwins } from './find-twins.ts';

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
  const twinsOf = findTwins(believed);
  const search: Search = { system: believed, hidden, mayHide, twinsOf };
  let latest = '';
  for (const [id, cell] of system.cells) if (isSmall(cell, threshold)) hidden.add(id);
  // First a reader who knows which symbols are small, then one who does not: what the first knows all the same may
  // still be kept from the second.
  for (const most of [threshold, Number.POSITIVE_INFINITY]) {
    const given = new Set(listFoundAlready(believed, hidden, most));
    for (;;) {
      const foundOut = listFoundOut(auditHiddenCells(believed, hidden, most));
      const open = foundOut.filter((id) => !given.has(id) && !mayBeKnown(id));
      const [next] = open;
      if (next === undefined && !hideFurther(search, threshold)) break;
      if (next === undefined) continue;
      // What was hidden last keeps nothing while it is told itself: to mend that may cost less than to hide another.
      const last = open.find((id) => twinsOf(latest).includes(id)) ?? next;
      const [beside] = [next, last]
        .flatMap((id) => chooseBeside(id, search) ?? [])
        .sort((a, b) => compareCost(a, b, search));
      if (beside === undefined) given.add(next);
      else hideTwins(beside, search);
      latest = beside ?? latest;
    }
  }
  // What was hidden for another's sake and is known all the same is of no use hidden.
  for (const id of listFoundOut(auditHiddenCells(believed, hidden, Number.POSITIVE_INFINITY))) {
    const cell = system.cells.get(id);
    if (cell !== undefined && !alreadyHidden.has(id) && !isSmall(cell, threshold)) hidden.delete(id);
  }
  return hidden;
}

/** What a search for cells to hide works with; `hidden` grows. */
interface Search {
  readonly system: CellSystem;
  readonly hidden: Set<string>;
  readonly mayHide: (id: string) => boolean;
  readonly twinsOf: (id: string) => readonly string[];
}

/** Hides a cell and every other that is the same number. */
function hideTwins(id: string, { system, hidden, twinsOf }: Search): void {
  for (const twin of twinsOf(id)) if (system.cells.get(twin)?.settled !== true) hidden.add(twin);
}

/** Whether a cell is shown and would not be told at once by another that must stay. */
function canHide(id: string, { system, hidden, twinsOf }: Search): boolean {
  return (
    !hidden.has(id) &&
    !twinsOf(id).some((twin) => system.cells.get(twin)?.settled === true && !hidden.has(twin))
  );
}

/** Hides a further part, or else the sum, where hidden parts are few together; whether there was one to hide. */
function hideFurther(search: Search, threshold: number): boolean {
  const { system, hidden } = search;
  const given = new Set<Relation>();
  for (;;) {
    const few = findToldFew(system, hidden, threshold, given);
    if (few === undefined) return false;
    const [beside] = few.terms
      .map(([id]) => id)
      .filter((id) => canHide(id, search))
      // A nought more would leave them as few as they are.
      .filter((id) => system.cells.get(id)?.value !== 0)
      .sort((a, b) => compareCost(a, b, search));
    if (beside !== undefined) {
      hideTwins(beside, search);
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
function chooseBeside(id: string, search: Search): string | undefined {
  const { system, hidden, twinsOf } = search;
  const seen = new Set(twinsOf(id));
  let near = system.relations.filter((relation) => touches(relation, seen));
  for (;;) {
    const shown = near
      .flatMap(({ terms }) => terms.map(([cell]) => cell))
      .filter((cell) => canHide(cell, search));
    const best = shown.sort((a, b) => compareCost(a, b, search))[0];
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

/** A cell costs what the dearest of those costs that go with it. */
function compareCost(a: string, b: string, { system, mayHide, twinsOf }: Search): number {
  const cost = (id: string): number[] => {
    const own = system.cells.get(id);
    const cells = twinsOf(id).flatMap((twin) => system.cells.get(twin) ?? []);
    return [
      own?.sensitive === false ? 1 : 0,
      twinsOf(id).every(mayHide) ? 0 : 1,
      cells.some(({ keep }) => keep === true) ? 1 : 0,
      own?.value === 0 ? 1 : 0,
      own?.value ?? 0,
    ];
  };
  const [x, y] = [cost(a), cost(b)];
  for (const [index, part] of x.entries()) if (part !== y[index]) return part - (y[index] ?? 0);
  return a < b ? -1 : a > b ? 1 : 0;
}
