/** One line of a sheet. */
export interface CountRow {
  readonly name: string;
  readonly count: number;
  /** Pupils behind the count: what few pupils share describes them. Null where the count is of pupils itself. */
  readonly pupils: number | null;
  /** Pupils behind the rest of the total, which a reader has by taking the count away. Null as above. */
  readonly others: number | null;
  /** Sheet of the same report whose parts tell this mark too: where that hides one of them, this is hidden with it. */
  readonly told_by?: string;
}

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
  /** None of the total is without a mark, and every reader knows it: the marks together are at least the total. */
  readonly marked?: true;
  /** What the parts together stand for, told beside them: each of a part stands for at least so many, at most so many. */
  readonly worth?: {
    readonly sum: number;
    readonly each: readonly (readonly [least: number, most: number | null])[];
  };
  /** Whose words name the rows: ours, or the cells of files, which can hold anything and are masked for governors. */
  readonly named_by: 'termwise' | 'year_groups';
  readonly rows: readonly CountRow[];
}
