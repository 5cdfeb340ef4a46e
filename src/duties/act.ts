import type { IsoDate, PupilKey } from '../incident/incident.ts';

/** How far a thing had come by the words of the record: only `done` counts as done. */
export type ActStatus = 'done' | 'attempted' | 'planned' | 'not_done';

/** Whose family was spoken to, or who was helped: pupils of the record, `both`, or a child who is not one of its pupils (`?Name`). */
export type FamilyMark = PupilKey | 'both' | 'harmed' | 'harming';

/** One thing that the words of a record show. */
export interface Act {
  /** A fact or a response label, such as `dsl_told` or `response.parent_contact`. */
  readonly code: string;
  readonly field: 'narrative' | 'action';
  readonly status: ActStatus;
  /** Set where it is said of a second one in the record (`the second hold was not passed on`). */
  readonly isOfSecond?: true;
  /** The day given in the words; null where they give none. */
  readonly date: IsoDate | null;
  readonly families: readonly FamilyMark[];
  /** UTF-16 units from the start of the field. */
  readonly start: number;
  readonly end: number;
}
