/** The features of one record by their places, and their values, each block of length one. */
export interface TrainingRow {
  readonly places: Int32Array;
  readonly values: Float32Array;
}

/** Records to learn from: features, the right answer for each head (1 or 0), and what a wrong one costs. */
export interface TrainingSet {
  readonly rows: readonly TrainingRow[];
  readonly answers: readonly Uint8Array[];
  readonly costs: readonly number[];
  readonly heads: number;
  /** How many features there are. */
  readonly features: number;
}

export interface LearnedWeights {
  /** Head by head within a feature. */
  readonly weights: Float32Array;
  readonly bias: Float32Array;
}

const EPOCHS = 16;
const START = 1e-3;
const TURNS = 8;
/** How near a dual variable comes to its bounds, as a share: at a bound its logarithm has no end. */
const NEAREST = 1e-12;
/** A label is rare: overlooking it costs more than seeing it where it is not. */
const RARE = 5;

function costOf(answer: number | undefined, cost: number | undefined): number {
  return (cost ?? 0) * (answer === 1 ? RARE : 1);
}

/** A fixed shuffle (Lehmer's generator), so that the order of the files does not tell. */
function shuffle(count: number): number[] {
  const order = Array.from({ length: count }, (_, at) => at);
  let state = 48_271;
  for (let at = count - 1; at > 0; at--) {
    state = (state * 48_271) % 2_147_483_647;
    const other = state % (at + 1);
    [order[at], order[other]] = [order[other] as number, order[at] as number];
  }
  return order;
}

/** The best value of one dual variable, the others as they are: some steps of Newton within its bounds. */
function settleDual(old: number, most: number, margin: number, square: number): number {
  let next = old;
  for (let turn = 0; turn < TURNS; turn++) {
    const fall = margin + square * (next - old) + Math.log(next / (most - next));
    const tried = next - fall / (square + most / (next * (most - next)));
    if (tried <= 0) next *= 0.1;
    else if (tried >= most) next = most - (most - next) * 0.1;
    else next = tried;
    next = Math.min(Math.max(next, NEAREST * most), (1 - NEAREST) * most);
  }
  return next;
}

/** Adds a row to the weights, as much for each head as `amount` says. */
function push({ weights, bias }: LearnedWeights, row: TrainingRow, amount: Float32Array): void {
  const heads = bias.length;
  row.places.forEach((feature, place) => {
    const value = row.values[place] ?? 0;
    const from = feature * heads;
    for (let head = 0; head < heads; head++)
      weights[from + head] = (weights[from + head] ?? 0) + value * (amount[head] ?? 0);
  });
  for (let head = 0; head < heads; head++) bias[head] = (bias[head] ?? 0) + (amount[head] ?? 0);
}

/** What the weights say of a row, for each head; returns the square of the row's length, its constant included. */
function score({ weights, bias }: LearnedWeights, row: TrainingRow, scores: Float32Array): number {
  const heads = bias.length;
  scores.set(bias);
  let square = 1;
  row.places.forEach((feature, place) => {
    const value = row.values[place] ?? 0;
    square += value * value;
    const from = feature * heads;
    for (let head = 0; head < heads; head++)
      scores[head] = (scores[head] ?? 0) + value * (weights[from + head] ?? 0);
  });
  return square;
}

/**
 * Logistic regression of every head at once by dual coordinate descent (Yu, Huang, Lin 2011, algorithm 5): there is no
 * step size to choose, and the same rows give the same weights.
 */
export function learnWeights({ rows, answers, costs, heads, features }: TrainingSet): LearnedWeights {
  const learned: LearnedWeights = {
    weights: new Float32Array(heads * features),
    bias: new Float32Array(heads),
  };
  const amount = new Float32Array(heads);
  const duals = answers.map((answer, at) =>
    Float64Array.from(answer, (yes) => START * costOf(yes, costs[at])),
  );
  rows.forEach((row, at) => {
    duals[at]?.forEach((dual, head) => {
      amount[head] = answers[at]?.[head] === 1 ? dual : -dual;
    });
    push(learned, row, amount);
  });
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    for (const at of shuffle(rows.length)) {
      const [row, answer, dual] = [rows[at], answers[at], duals[at]];
      if (row === undefined || answer === undefined || dual === undefined) continue;
      const square = score(learned, row, amount);
      dual.forEach((old, head) => {
        const sign = answer[head] === 1 ? 1 : -1;
        const next = settleDual(old, costOf(answer[head], costs[at]), sign * (amount[head] ?? 0), square);
        dual[head] = next;
        amount[head] = sign * (next - old);
      });
      push(learned, row, amount);
    }
  }
  return learned;
}
