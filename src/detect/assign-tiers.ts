/** Error limits of the two tiers. */
export interface TierLimits {
  readonly q_clear: number;
  readonly q_possible: number;
  readonly max_possible: number;
}

/** An item kept, with how sure it is. */
export interface Tiered<Item> {
  readonly item: Item;
  readonly tier: 'clear' | 'possible';
}

/**
 * Keeps what is clear (q at most the first limit) and the surest few that are possible, surest first; equal p-values
 * keep their order. 'Possible' is short on purpose: the error of that list is larger, and it is labelled so.
 */
export function assignTiers<Item>(
  items: readonly Item[],
  qOf: (item: Item) => number,
  pOf: (item: Item) => number,
  limits: TierLimits,
): readonly Tiered<Item>[] {
  const sorted = items.toSorted((one, other) => qOf(one) - qOf(other) || pOf(one) - pOf(other));
  const clear = sorted.filter((item) => qOf(item) <= limits.q_clear);
  const possible = sorted
    .filter((item) => qOf(item) > limits.q_clear && qOf(item) <= limits.q_possible)
    .slice(0, limits.max_possible);
  return [
    ...clear.map((item) => ({ item, tier: 'clear' as const })),
    ...possible.map((item) => ({ item, tier: 'possible' as const })),
  ];
}
