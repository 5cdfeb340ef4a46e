/** Counts that only one report prints, before anything is hidden: a total and what it is made of. */
export interface CountSheet {
  readonly id: string;
  readonly total: number;
  /** Counts of the analysis that this total repeats, such as `labels.positive_handling`: hidden there, hidden here. */
  readonly base: readonly string[];
  /** Pupils behind the total: of a few, nothing but the total is said. Null where rows are not about pupils. */
  readonly pupils: number | null;
  /** `parts` sum to the total; each of `marks` is at most the total, and the rest lack it. */
  readonly holds: 'parts' | 'marks';
  readonly rows: readonly { readonly name: string; readonly count: number }[];
}
