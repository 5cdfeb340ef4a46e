/**
 * Probabilities of 0 to n successes when the chance of success itself varies as Beta(alpha, beta), one to `n`.
 * Built outwards from the most likely value by the ratio of neighbours, then scaled to sum to one: log-gammas
 * would lose ten digits at the very large shapes that stand for 'no wobble'. O(n).
 */
export function betaBinomialProbabilities(n: number, alpha: number, beta: number): Float64Array {
  const weights = new Float64Array(n + 1);
  const guess = Math.round((n * alpha) / (alpha + beta));
  weights[guess] = 1;
  let total = 1;
  for (let k = guess; k < n; k++) {
    const next = ((weights[k] ?? 0) * (n - k) * (alpha + k)) / ((k + 1) * (beta + n - k - 1));
    weights[k + 1] = next;
    total += next;
  }
  for (let k = guess; k > 0; k--) {
    const next = ((weights[k] ?? 0) * k * (beta + n - k)) / ((n - k + 1) * (alpha + k - 1));
    weights[k - 1] = next;
    total += next;
  }
  for (let k = 0; k <= n; k++) weights[k] = (weights[k] ?? 0) / total;
  return weights;
}
