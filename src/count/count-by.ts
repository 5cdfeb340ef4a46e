import { compareText } from '../incident/compare-text.ts';

/**
 * Counts how often each key occurs, most frequent first and then by name, so that the order of the input can
 * never be seen in the output.
 */
export function countBy(keys: Iterable<string>): Record<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return Object.fromEntries([...counts].sort(([a, x], [b, y]) => y - x || compareText(a, b)));
}
