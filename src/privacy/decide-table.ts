import type { TrustAnalysis } from '../incident/trust-analysis.ts';
import { auditHiddenCells, listFoundOut } from './audit-hidden-cells.ts';
import type { CellSystem, Relation } from './cell-system.ts';
import { hideCells } from './hide-cells.ts';

/** What has been decided so far of a trust's tables. */
export interface Decision {
  readonly trust: TrustAnalysis;
  readonly system: CellSystem;
  /** Grows as tables are decided. */
  readonly hidden: Set<string>;
  readonly threshold: number;
}

/** The cells named and the relations among them alone, with those that are told elsewhere settled. */
function takePart(
  { cells, relations }: CellSystem,
  ids: ReadonlySet<string>,
  isTold: (id: string) => boolean,
): CellSystem {
  const isWithin = ({ terms }: Relation): boolean => terms.every(([id]) => ids.has(id));
  return {
    cells: new Map(
      [...cells].flatMap(([id, cell]) =>
        ids.has(id) ? [[id, isTold(id) ? { ...cell, settled: true } : cell] as const] : [],
      ),
    ),
    relations: relations.filter(isWithin),
  };
}

/** Whether a count is from 1 to the threshold less one. */
export function isFewOf(value: number, { threshold }: Pick<Decision, 'threshold'>): boolean {
  return value > 0 && value < threshold;
}

/** The same of a cell. */
export function isFew(id: string, decision: Pick<Decision, 'system' | 'threshold'>): boolean {
  return isFewOf(decision.system.cells.get(id)?.value ?? 0, decision);
}

/**
 * Decides a table whose `fixed` cells are decided already. Where one of them would have to be hidden now, the whole table
 * is hidden instead. `sums` are no numbers of a pupil: that one of them can be worked out harms nobody by itself. Numbers
 * that `isTold` are in papers of the schools' own: hidden here they would keep nothing.
 */
export function decideTable(
  own: readonly string[],
  fixed: readonly string[],
  decision: Decision,
  sums: readonly string[] = [],
  isTold: (id: string) => boolean = () => false,
): void {
  const { system, hidden, threshold } = decision;
  const part = takePart(system, new Set([...own, ...fixed]), isTold);
  const before = new Set([...part.cells.keys()].filter((id) => hidden.has(id)));
  const kept = new Set(fixed);
  const after = hideCells(
    part,
    threshold,
    before,
    (id) => !kept.has(id),
    (id) => sums.includes(id) && !isFew(id, decision),
  );
  const breaks = fixed.some((id) => after.has(id) && !before.has(id));
  for (const id of breaks ? own : after) hidden.add(id);
}

/**
 * Small numbers that a reader of all tables finds out. Nobody is told which symbol stands for a small number, so there
 * is no upper bound to reason from.
 */
export function listSmallFound({
  system,
  hidden,
  threshold,
}: Pick<Decision, 'system' | 'hidden' | 'threshold'>): string[] {
  return listFoundOut(auditHiddenCells(system, hidden, 1)).filter((id) => isFew(id, { system, threshold }));
}
