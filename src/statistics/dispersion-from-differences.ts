/**
 * How much more a series of counts jumps about than Poisson counts with the given means would: the mean over
 * neighbouring weeks of (x / mu - x' / mu')^2 / (1 / mu + 1 / mu'). About 1 for Poisson. Built on differences, so a
 * step in level, which is what is being looked for, hardly counts as noise. Weeks with mean 0 are left out; null
 * when fewer than two remain. O(n).
 */
export function dispersionFromDifferences(counts: readonly number[], mu: readonly number[]): number | null {
  const weeks = counts.map((x, w) => ({ x, mean: mu[w] ?? 0 })).filter(({ mean }) => mean > 0);
  let sum = 0;
  for (const [w, now] of weeks.entries()) {
    const earlier = weeks[w - 1];
    if (earlier)
      sum += (now.x / now.mean - earlier.x / earlier.mean) ** 2 / (1 / now.mean + 1 / earlier.mean);
  }
  return weeks.length < 2 ? null : sum / (weeks.length - 1);
}
