/**
 * The mean error of the list that ends with each claim, the surest first: what share of it is wrong on average, as a
 * q-value. Equal errors stand or fall together, so the order of the input does not matter. O(n log n).
 * Reference: Newton, Noueiry, Sarkar & Ahlquist (2004), Biostatistics 5:155.
 */
export function meanErrors(errors: readonly number[]): readonly number[] {
  const sorted = errors.toSorted((a, b) => a - b);
  const means = new Map<number, number>();
  let sum = 0;
  sorted.forEach((error, at) => {
    sum += error;
    // The last of equals sets the mean for all of them.
    means.set(error, sum / (at + 1));
  });
  return errors.map((error) => means.get(error) ?? 1);
}
