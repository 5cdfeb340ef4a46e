/** Numbers are added four at a time: their sums do not wait for each other. */
export const STEP = 4;

/** Adds a row of whole numbers to sums; `width` is a multiple of STEP. */
export function addRow(sums: Int32Array, to: number, rows: Int32Array, from: number, width: number): void {
  for (let at = 0; at < width; at += STEP) {
    const [own, other] = [to + at, from + at];
    sums[own] = (sums[own] as number) + (rows[other] as number);
    sums[own + 1] = (sums[own + 1] as number) + (rows[other + 1] as number);
    sums[own + 2] = (sums[own + 2] as number) + (rows[other + 2] as number);
    sums[own + 3] = (sums[own + 3] as number) + (rows[other + 3] as number);
  }
}

/** Adds weights as they stand in the model, so many `times`, to sums. */
export function addWeights(
  sums: Int32Array,
  to: number,
  weights: Int8Array,
  from: number,
  count: number,
  times: number,
): void {
  let at = 0;
  for (; at + STEP <= count; at += STEP) {
    const [own, other] = [to + at, from + at];
    sums[own] = (sums[own] as number) + times * (weights[other] as number);
    sums[own + 1] = (sums[own + 1] as number) + times * (weights[other + 1] as number);
    sums[own + 2] = (sums[own + 2] as number) + times * (weights[other + 2] as number);
    sums[own + 3] = (sums[own + 3] as number) + times * (weights[other + 3] as number);
  }
  for (; at < count; at++) sums[to + at] = (sums[to + at] as number) + times * (weights[from + at] as number);
}
