import { compareText } from '../incident/compare-text.ts';
import { groupCount } from '../table/group-count.ts';

/**
 * Counts how often each key occurs, for the tables that reports print: most frequent first and then by name, so
 * that the order of the input can never be seen in the output.
 */
export async function countKeys(keys: readonly string[]): Promise<Record<string, number>> {
  const groups = await groupCount(
    keys.map((key) => ({ key })),
    ['key'],
  );
  return Object.fromEntries(
    groups
      .map(({ key, count }) => [String(key[0]), count] as const)
      .sort(([a, x], [b, y]) => y - x || compareText(a, b)),
  );
}
