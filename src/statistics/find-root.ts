/**
 * Where a rising function crosses 0 between low and high, by halving until neighbouring floats are reached. When it does
 * not cross, the nearer end. O(1), at most 200 halvings.
 */
export function findRoot(rising: (x: number) => number, low: number, high: number): number {
  let [a, b] = [low, high];
  for (let step = 0; step < 200; step++) {
    const middle = (a + b) / 2;
    if (middle === a || middle === b) break;
    if (rising(middle) < 0) a = middle;
    else b = middle;
  }
  return (a + b) / 2;
}
