/** One question asked of a pupil or class, and whether there was enough to answer it. */
export interface AskedOfSubject {
  /** As in the runs of an analysis. */
  readonly detector: string;
  readonly question: string;
  readonly enough: boolean;
  /** How much there was to look at, with the numbers, and what it would have needed. */
  readonly said: string;
}
