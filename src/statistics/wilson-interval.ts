import { normalQuantile } from './special-functions/normal-quantile.ts';

export interface ProportionInterval {
  /** x / n; null when n is 0. */
  readonly estimate: number | null;
  readonly lower: number;
  readonly upper: number;
}

/**
 * Wilson score interval of a proportion, x of n, without continuity correction. Stays inside 0 to 1 and works at 0
 * and n, where the usual plus-or-minus does not. With n = 0 nothing is known: 0 to 1. O(1).
 * Reference: Wilson (1927), JASA 22:209; R prop.test(correct = FALSE).
 */
export function wilsonInterval(x: number, n: number, confidence = 0.95): ProportionInterval {
  if (n === 0) return { estimate: null, lower: 0, upper: 1 };
  const z = normalQuantile(1 - (1 - confidence) / 2);
  const estimate = x / n;
  const centre = estimate + z ** 2 / (2 * n);
  const reach = z * Math.sqrt((estimate * (1 - estimate)) / n + z ** 2 / (4 * n ** 2));
  const scale = 1 + z ** 2 / n;
  return {
    estimate,
    lower: x === 0 ? 0 : Math.max(0, (centre - reach) / scale),
    upper: x === n ? 1 : Math.min(1, (centre + reach) / scale),
  };
}
