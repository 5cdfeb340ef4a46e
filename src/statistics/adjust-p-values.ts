import padjust from '@stdlib/stats-padjust';

export type AdjustmentMethod = 'bh' | 'by' | 'holm' | 'bonferroni';

/**
 * p-values adjusted for how many were looked at, in the order given. `familySize` is the number of tests the data
 * could have produced, not the number kept: passing on only the interesting ones is the commonest way to fake error
 * control. O(n log n). Reference: R p.adjust(p, method, n = familySize).
 */
export function adjustPValues(
  p: readonly number[],
  method: AdjustmentMethod,
  familySize = p.length,
): number[] {
  if (familySize < p.length) throw new RangeError(`family of ${familySize} for ${p.length} p-values`);
  return p.length === 0 ? [] : padjust([...p], method, familySize);
}
