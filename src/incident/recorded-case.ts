import type { IsoDate } from './incident.ts';

/** One record of a kind that a school keeps a log of, with the pupils by name: for restricted editions only. */
export interface RecordedCase {
  readonly incident_id: string;
  readonly date: IsoDate;
  readonly recorded_date: IsoDate | null;
  readonly place: string | null;
  /** Codes given to the record in the order of the taxonomy; responses, and what another code implies, left out. */
  readonly codes: readonly string[];
  /** Words of the record, slurs masked. */
  readonly narrative: string;
  readonly action: string;
  /** What the export says of its state, such as `Closed`. */
  readonly status: string | null;
  /** Pupil labels by the part that the record gives them; `named` is everyone whose part it does not say. */
  readonly harmed: readonly string[];
  readonly harming: readonly string[];
  readonly witnesses: readonly string[];
  readonly named: readonly string[];
  readonly parents_told: boolean;
  /** Cases of the twelve months before in which one of the same pupils has the same part, oldest first. */
  readonly earlier: readonly string[];
  /** Whether one of these codes waits for a person to decide. */
  readonly to_review: boolean;
}
