/** What share of the family may have changed: less cannot be told from none, more and 'changed' has no meaning. */
const [LEAST, MOST, START] = [0.002, 0.6, 0.2];
const [STEPS, NEAR] = [200, 1e-9];

/**
 * How likely each of a family of claims is wrong, from how many times likelier its data are with a change than without
 * (log Bayes factors): the local false discovery rate. The share that changed is the family's own, by expectation and
 * maximisation (the mean of the chances given the share, until it stands still), so that where nothing goes on little
 * is believed, and where much does more. In the order given. O(claims).
 * Reference: Efron, Tibshirani, Storey & Tusher (2001), JASA 96:1151; Dempster, Laird & Rubin (1977) for the share.
 */
export function localErrors(logFactors: readonly number[]): readonly number[] {
  let share = START;
  const errorOf = (logFactor: number): number => 1 / (1 + (share / (1 - share)) * Math.exp(logFactor));
  for (let step = 0; step < STEPS && logFactors.length > 0; step += 1) {
    const changed = logFactors.reduce((sum, one) => sum + 1 - errorOf(one), 0) / logFactors.length;
    const next = Math.min(MOST, Math.max(LEAST, changed));
    const moved = Math.abs(next - share);
    share = next;
    if (moved < NEAR) break;
  }
  return logFactors.map(errorOf);
}
