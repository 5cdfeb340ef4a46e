/** A record as its row is read, before all rows are: what is known by then of what is read to label it. */
export interface EarlyRecord {
  readonly categoryText: string;
  readonly categories: readonly string[];
  readonly narrative: string;
  readonly action: string;
  /** Names of the pupils of the row; none of them is ''. */
  readonly names: readonly string[];
}
