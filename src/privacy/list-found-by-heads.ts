import { type Decision, isFew } from './decide-table.ts';
import { eliminate, type LinearRow } from './eliminate.ts';
import { reduceRelation } from './reduce-relation.ts';

/** Rows of more cells than this leave a head with too many to tell apart. */
const WIDEST = 24;

type Tried = Pick<Decision, 'system' | 'hidden' | 'threshold'>;

/**
 * Small numbers of one school that the head of another works out: whoever knows a school's own hidden numbers is left
 * with those of the others. Where all that is left is one each, as many schools as there are records, all are known.
 */
export function listFoundByHeads({ system, hidden, threshold }: Tried): string[] {
  const rows = system.relations
    .filter(({ holds }) => holds === 'equal')
    .flatMap((relation) => reduceRelation(relation, system, hidden));
  const found = new Set<string>();
  for (const weights of [...rows.map((row) => row.weights), ...solveSchools(rows)]) {
    const ids = [...weights.keys()];
    if (ids.length > WIDEST) continue;
    for (const head of new Set(ids.map(schoolOf))) {
      const rest = ids.filter((id) => schoolOf(id) !== head);
      if (head === null || !isLeftBare(rest, weights, system.cells)) continue;
      for (const id of rest) if (schoolOf(id) !== null && isFew(id, { system, threshold })) found.add(id);
    }
  }
  return [...found].sort();
}

/** The rows solved for sums first, so that what is left ties schools to each other as closely as can be. */
function solveSchools(rows: readonly LinearRow[]): ReadonlyMap<string, number>[] {
  const mark = (id: string): string => `${schoolOf(id) === null ? 0 : 1}${id}`;
  const marked = rows.map(({ weights, constant }) => ({
    weights: new Map([...weights].map(([id, weight]) => [mark(id), weight])),
    constant,
  }));
  return eliminate(marked).map(
    ({ weights }) => new Map([...weights].map(([id, weight]) => [id.slice(1), weight])),
  );
}

/** Whether hidden cells are known once the others of their row are: one alone, or several that are one each. */
function isLeftBare(
  ids: readonly string[],
  weights: ReadonlyMap<string, number>,
  cells: Tried['system']['cells'],
): boolean {
  if (ids.length < 2) return ids.length === 1;
  const signs = new Set(ids.map((id) => Math.sign(weights.get(id) ?? 0)));
  return signs.size === 1 && ids.every((id) => cells.get(id)?.value === 1);
}

/** The school that a cell is of, by its place in the trust; null for a sum of several. */
function schoolOf(id: string): string | null {
  return /^half\.(\d+)\./.exec(id)?.[1] ?? /\.(\d+)$/.exec(id)?.[1] ?? null;
}
