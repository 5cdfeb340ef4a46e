import type { CellSystem, Relation } from './cell-system.ts';
import type { LinearRow } from './eliminate.ts';

/** A relation with what is shown put in: the weighted sum of its hidden cells against a constant. */
export type HeldRow = LinearRow & { readonly holds: Relation['holds'] };

/** Puts in what is shown; nothing where no cell of the relation is hidden. */
export function reduceRelation(
  relation: Relation,
  { cells }: CellSystem,
  hidden: ReadonlySet<string>,
): HeldRow[] {
  const weights = new Map<string, number>();
  let constant = 0;
  for (const [id, weight] of relation.terms) {
    if (hidden.has(id)) weights.set(id, (weights.get(id) ?? 0) + weight);
    else constant -= weight * (cells.get(id)?.value ?? 0);
  }
  return weights.size === 0 ? [] : [{ weights, constant, holds: relation.holds }];
}
