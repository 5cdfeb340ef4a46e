import type { IsoDate } from './incident.ts';

/** One record with its pupils by name: for the logs and the pages of a class or a pupil, restricted editions only. */
export interface RecordedCase {
  readonly incident_id: string;
  readonly date: IsoDate;
  readonly recorded_date: IsoDate | null;
  readonly place: string | null;
  /** Part of the school day, such as `Lunch` or `08:00`; `Time not recorded` for none. */
  readonly slot: string;
  /** Recorded categories, outermost level. */
  readonly categories: readonly string[];
  /** Codes given to the record in the order of the taxonomy; responses, and what another code implies, left out. */
  readonly codes: readonly string[];
  /** Words of the record, slurs masked. */
  readonly narrative: string;
  readonly action: string;
  /** What the export says of its state, such as `Closed`. */
  readonly status: string | null;
  /** The day on which the words of the action say that it was closed; null when they give none. */
  readonly closed_on: IsoDate | null;
  /** Pupil labels by the part that the record gives them; `named` is everyone whose part it does not say. */
  readonly harmed: readonly string[];
  readonly harming: readonly string[];
  readonly witnesses: readonly string[];
  readonly named: readonly string[];
  readonly parents_told: boolean;
  /** Cases of the twelve months before in which one of the same pupils has the same part, oldest first; none in a list of all records. */
  readonly earlier: readonly string[];
  /** Labels of the responses recorded. */
  readonly responses: readonly string[];
  /** Whether one of the codes listed by waits for a person to decide. */
  readonly to_review: boolean;
}
