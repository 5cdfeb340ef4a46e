import type { CellSystem } from './cell-system.ts';

/**
 * For every cell the cells that are the same number by what everybody knows, itself among them: a family and the label
 * that all its labels imply, a term's line and its total. One of them hidden alone is told by the next.
 */
export function findTwins({ cells, relations }: CellSystem): (id: string) => readonly string[] {
  const sets = new Map<string, readonly string[]>();
  const setOf = (id: string): readonly string[] => sets.get(id) ?? [id];
  for (const { terms, holds } of relations) {
    const [one, other] = terms;
    if (holds !== 'equal' || terms.length !== 2 || one === undefined || other === undefined) continue;
    if (one[1] + other[1] !== 0 || !cells.has(one[0]) || !cells.has(other[0])) continue;
    const both = [...new Set([...setOf(one[0]), ...setOf(other[0])])];
    for (const id of both) sets.set(id, both);
  }
  return setOf;
}
