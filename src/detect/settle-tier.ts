import type { Finding } from '../incident/finding.ts';

/**
 * A change that stands beside an interval which holds no change is possible, never clear: of one or two questions the
 * false discovery rate lets through what a single test would not, and a reader takes the interval at its word.
 */
export function settleTier(
  tier: Finding['tier'],
  [low, high]: readonly [low: number, high: number],
): Finding['tier'] {
  return low <= 1 && high >= 1 ? 'possible' : tier;
}
