/** One case of a logistic regression: the places of its values that are not 0, and whether it came true. */
export interface RidgeCase {
  readonly places: readonly number[];
  readonly values: readonly number[];
  /** Log odds that are known beforehand. */
  readonly offset: number;
  readonly isRight: boolean;
}

const STEPS = 25;

/** Solves a symmetric positive definite system, of which the lower half is given, by Cholesky. */
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

/** Adds one case to the slope and to the lower half of the curvature. */
function addCase(
  { places, values, offset, isRight }: RidgeCase,
  weights: Float64Array,
  slope: Float64Array,
  curve: readonly Float64Array[],
): void {
  let sum = offset;
  for (let k = 0; k < places.length; k++)
    sum += (weights[places[k] as number] as number) * (values[k] as number);
  const chance = 1 / (1 + Math.exp(-sum));
  const miss = chance - (isRight ? 1 : 0);
  const bend = chance * (1 - chance);
  for (let k = 0; k < places.length; k++) {
    const place = places[k] as number;
    const value = values[k] as number;
    slope[place] = (slope[place] as number) + value * miss;
    const row = curve[place] as Float64Array;
    for (let other = 0; other < places.length; other++) {
      const column = places[other] as number;
      if (column <= place) row[column] = (row[column] as number) + bend * value * (values[other] as number);
    }
  }
}

/**
 * Ridge logistic regression by Newton's method. Place 0 is the start and is not shrunk; `shrink` is what a large
 * weight costs (1 / C of scikit-learn's LogisticRegression).
 */
export function fitRidge(cases: readonly RidgeCase[], size: number, shrink: number): Float64Array {
  const weights = new Float64Array(size);
  for (let step = 0; step < STEPS; step++) {
    const slope = Float64Array.from(weights, (weight, at) => (at === 0 ? 0 : shrink * weight));
    const curve = Array.from({ length: size }, (_, at) => {
      const row = new Float64Array(size);
      row[at] = at === 0 ? 1e-9 : shrink;
      return row;
    });
    for (const one of cases) addCase(one, weights, slope, curve);
    const move = solve(curve, slope);
    move.forEach((value, at) => {
      weights[at] = (weights[at] as number) - value;
    });
    if (Math.max(...move.map(Math.abs)) < 1e-7) break;
  }
  return weights;
}
