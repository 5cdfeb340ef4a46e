/** Sum of weight x unknown = constant. */
export interface LinearRow {
  readonly weights: ReadonlyMap<string, number>;
  readonly constant: number;
}

/** A row in which the leading unknown has the weight 1 and stands in no other. */
export interface SolvedRow extends LinearRow {
  readonly lead: string;
}

const NOISE = 1e-9;

/**
 * Solves linear equations as far as they go (Gauss-Jordan with sparse rows): returns rows in which each leading
 * unknown occurs once, so that an unknown fixed by the equations together stands alone in its row. O(rows^2 x width).
 */
export function eliminate(equations: readonly LinearRow[]): SolvedRow[] {
  const solved: { lead: string; weights: Map<string, number>; constant: number }[] = [];
  for (const equation of equations) {
    const row = { weights: new Map(equation.weights), constant: equation.constant };
    for (const earlier of solved) subtract(row, earlier, row.weights.get(earlier.lead) ?? 0);
    const lead = [...row.weights.keys()].sort()[0];
    if (lead === undefined) continue;
    const scale = row.weights.get(lead) ?? 1;
    for (const [id, weight] of row.weights) row.weights.set(id, weight / scale);
    row.constant /= scale;
    for (const earlier of solved) subtract(earlier, row, earlier.weights.get(lead) ?? 0);
    solved.push({ lead, ...row });
  }
  return solved;
}

/** Puts solved rows of no more than `widest` unknowns into another row, in place of their leading ones. */
export function putIn(row: LinearRow, solved: ReadonlyMap<string, SolvedRow>, widest: number): LinearRow {
  const made = { weights: new Map(row.weights), constant: row.constant };
  for (const [id, weight] of row.weights) {
    const known = solved.get(id);
    if (known !== undefined && known.weights.size <= widest) subtract(made, known, weight);
  }
  return made;
}

function subtract(
  row: { weights: Map<string, number>; constant: number },
  other: LinearRow,
  times: number,
): void {
  if (times === 0) return;
  for (const [id, weight] of other.weights) {
    const left = (row.weights.get(id) ?? 0) - times * weight;
    if (Math.abs(left) < NOISE) row.weights.delete(id);
    else row.weights.set(id, left);
  }
  row.constant -= times * other.constant;
}
