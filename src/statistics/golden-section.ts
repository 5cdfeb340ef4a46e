const RATIO = (Math.sqrt(5) - 1) / 2;

/**
 * Finds where a function of one number, with a single peak between low and high, is largest, by shrinking the
 * bracket in the golden ratio. Needs no derivative, and the same inputs give the same bits. O(log(1/tolerance)).
 * Reference: Kiefer (1953), Proceedings of the AMS 4:502.
 */
export function maximiseByGoldenSection(
  score: (x: number) => number,
  low: number,
  high: number,
  tolerance = 1e-8,
): number {
  let [a, b] = [low, high];
  let [left, right] = [b - RATIO * (b - a), a + RATIO * (b - a)];
  let [atLeft, atRight] = [score(left), score(right)];
  while (b - a > tolerance) {
    if (atLeft >= atRight) {
      [b, right, atRight] = [right, left, atLeft];
      left = b - RATIO * (b - a);
      atLeft = score(left);
    } else {
      [a, left, atLeft] = [left, right, atRight];
      right = a + RATIO * (b - a);
      atRight = score(right);
    }
  }
  return (a + b) / 2;
}
