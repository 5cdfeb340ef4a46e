/** A day as `YYYY-MM-DD`, in the school's own calendar; never a moment, never a time zone. */
export type IsoDate = string;

/** A time of day as `HH:MM`, 24 hours. */
export type ClockTime = string;

/** What kind of record it is; only `behaviour` and `uncategorised` are counted as behaviour incidents. */
export type IncidentKind = 'behaviour' | 'positive' | 'safeguarding' | 'accident' | 'uncategorised';

/** What a pupil's part was. `unknown` unless the record says so. */
export type PupilRole = 'harming' | 'harmed' | 'witness' | 'unknown';

/** Identity of a pupil within one run: from UPN, else name and date of birth, else name. */
export type PupilKey = string;

/** A pupil as the export knows them. Names never leave restricted editions. */
export interface Pupil {
  readonly key: PupilKey;
  /** Forename Surname, as first written. */
  readonly name: string;
  /** The name, with a mark in brackets where two pupils share it: unique within a run. */
  readonly label: string;
  readonly upn: string | null;
  readonly dateOfBirth: IsoDate | null;
}

/** One pupil's part in one incident, with what the export said of them then. */
export interface Involvement {
  readonly pupil: PupilKey;
  readonly role: PupilRole;
  /** `row`: the record is about them; `linked`: named in a linked-pupils cell. */
  readonly origin: 'row' | 'linked';
  /** Normalised, such as `Nursery`, `Reception`, `Year 3`; null when not said. */
  readonly yearGroup: string | null;
  readonly className: string | null;
  /** Points of the pupil's own row, as the school counts them (often below 0); null or absent when not said. */
  readonly points?: number | null;
}

/** Where a record came from, for messages and for tracing a number back to rows. */
export interface SourceRow {
  readonly file: string;
  /** Physical line on which the record starts, from 1. */
  readonly line: number;
}

/** One incident: counted once however many pupils it involves. */
export interface Incident {
  /** The recorded id, or a synthetic one (`~` and 12 hex digits) made from the record's own words. */
  readonly id: string;
  /** School and id: unique within a run. */
  readonly key: string;
  readonly school: string | null;
  readonly kind: IncidentKind;
  readonly date: IsoDate;
  readonly time: ClockTime | null;
  readonly recordedDate: IsoDate | null;
  readonly recordedTime: ClockTime | null;
  /** Full category paths, outermost first, joined by ' > '; each once. */
  readonly categories: readonly string[];
  /** The category cell (and sub-category, joined by ' > ') as imported: evidence offsets point into it. */
  readonly categoryText: string;
  readonly narrative: string;
  readonly action: string;
  readonly location: string | null;
  /** The period named in the export (such as `Lesson 2`), if it names one. */
  readonly period: string | null;
  readonly reportedBy: string | null;
  readonly assignedTo: string | null;
  readonly status: string | null;
  readonly involvements: readonly Involvement[];
  readonly sources: readonly SourceRow[];
}
