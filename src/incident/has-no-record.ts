/**
 * Whether no record of any kind is dated in a period: not a quiet one only, but one of which nothing is known. A number
 * that is hidden is none that may be told.
 */
export function hasNoRecord({ records }: { readonly records: Readonly<Record<string, unknown>> }): boolean {
  return Object.values(records).every((count) => count === 0);
}
