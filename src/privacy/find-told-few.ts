import type { CellSystem, Relation } from './cell-system.ts';

/**
 * A sum whose hidden parts are few together, as what is shown of it tells: of 50 incidents in four places 46 in two
 * leave 4 in the others. Undefined when there is none; those in `given` are not looked at. One hidden part alone is
 * found out, which is another matter, and parts that say nothing of a pupil may be told.
 */
export function findToldFew(
  { cells, relations }: CellSystem,
  hidden: ReadonlySet<string>,
  threshold: number,
  given: ReadonlySet<Relation>,
): Relation | undefined {
  return relations.find((relation) => {
    if (relation.holds !== 'equal' || given.has(relation)) return false;
    const parts = relation.terms.filter(([id]) => hidden.has(id));
    if (parts.length < 2 || new Set(parts.map(([, weight]) => weight)).size > 1) return false;
    if (!parts.some(([id]) => cells.get(id)?.sensitive === true)) return false;
    const together = parts.reduce((sum, [id]) => sum + (cells.get(id)?.value ?? 0), 0);
    return together > 0 && together < threshold;
  });
}
