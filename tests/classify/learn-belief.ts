import {
  BELIEF_SIGNS,
  type BeliefWeights,
  type LabelSigns,
  measureSigns,
} from '../../src/classify/weigh-belief.ts';

/** The signs of one label of one record, and whether a person gave it that label. */
export interface BeliefCase {
  readonly signs: LabelSigns;
  readonly isRight: boolean;
}

/** What a large weight costs (1 / C of scikit-learn's LogisticRegression). */
const SHRINK = 1;
const STEPS = 25;

/** Solves a symmetric positive definite system by Cholesky. */
function solve(matrix: readonly Float64Array[], right: Float64Array): Float64Array {
  const size = right.length;
  const lower = matrix.map((row) => Float64Array.from(row));
  const at = (row: number, column: number): number => lower[row]?.[column] ?? 0;
  for (let column = 0; column < size; column++) {
    for (let row = column; row < size; row++) {
      let sum = at(row, column);
      for (let k = 0; k < column; k++) sum -= at(row, k) * at(column, k);
      (lower[row] as Float64Array)[column] = row === column ? Math.sqrt(sum) : sum / at(column, column);
    }
  }
  const solved = Float64Array.from(right);
  for (let row = 0; row < size; row++) {
    for (let k = 0; k < row; k++) solved[row] = (solved[row] ?? 0) - at(row, k) * (solved[k] ?? 0);
    solved[row] = (solved[row] ?? 0) / at(row, row);
  }
  for (let row = size - 1; row >= 0; row--) {
    for (let k = row + 1; k < size; k++) solved[row] = (solved[row] ?? 0) - at(k, row) * (solved[k] ?? 0);
    solved[row] = (solved[row] ?? 0) / at(row, row);
  }
  return solved;
}

/** The places and values of a case: the start, the signs, and the label's own start. */
function layOut({ signs }: BeliefCase, codes: ReadonlyMap<string, number>): [number[], number[]] {
  const places = [0, ...BELIEF_SIGNS.map((_, at) => at + 1)];
  const values = [1, ...measureSigns(signs)];
  const own = 1 + BELIEF_SIGNS.length + 2 * (codes.get(signs.kind.name) ?? 0);
  return [
    [...places, own + (signs.strength > 0 ? 0 : 1)],
    [...values, 1],
  ];
}

/** Ridge logistic regression by Newton's method, the start not shrunk. */
export function learnBelief(cases: readonly BeliefCase[]): BeliefWeights {
  const names = [...new Set(cases.map(({ signs }) => signs.kind.name))].sort();
  const codes = new Map(names.map((name, at) => [name, at]));
  const size = 1 + BELIEF_SIGNS.length + 2 * names.length;
  const rows = cases.map((one) => [...layOut(one, codes), one.isRight ? 1 : 0] as const);
  let weights = new Float64Array(size);
  for (let step = 0; step < STEPS; step++) {
    const slope = Float64Array.from(weights, (weight, at) => (at === 0 ? 0 : SHRINK * weight));
    const curve = Array.from({ length: size }, (_, at) => {
      const row = new Float64Array(size);
      row[at] = at === 0 ? 1e-9 : SHRINK;
      return row;
    });
    for (const [places, values, right] of rows) {
      const sum = places.reduce((total, place, at) => total + (weights[place] ?? 0) * (values[at] ?? 0), 0);
      const chance = 1 / (1 + Math.exp(-sum));
      places.forEach((place, at) => {
        const value = values[at] ?? 0;
        if (value === 0) return;
        slope[place] = (slope[place] ?? 0) + value * (chance - right);
        const row = curve[place] as Float64Array;
        const bend = value * chance * (1 - chance);
        places.forEach((other, k) => {
          row[other] = (row[other] ?? 0) + bend * (values[k] ?? 0);
        });
      });
    }
    const move = solve(curve, slope);
    weights = weights.map((weight, at) => weight - (move[at] ?? 0));
    if (Math.max(...move.map(Math.abs)) < 1e-7) break;
  }
  const tell = (at: number): number => Number((weights[at] ?? 0).toFixed(2));
  return {
    start: tell(0),
    signs: Object.fromEntries(BELIEF_SIGNS.map((sign, at) => [sign, tell(at + 1)])) as BeliefWeights['signs'],
    labels: Object.fromEntries(
      names.map((name, at) => {
        const own = 1 + BELIEF_SIGNS.length + 2 * at;
        return [name, { given: tell(own), missed: tell(own + 1) }];
      }),
    ),
  };
}
