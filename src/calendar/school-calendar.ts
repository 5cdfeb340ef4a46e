import type { IsoDate } from '../incident/incident.ts';

/** One half-term as terms.csv gives it; both ends included. */
export interface HalfTerm {
  /** Such as `2025-26`. */
  readonly academicYear: string;
  /** Such as `Autumn`; in a six-term year `Term 1`. */
  readonly term: string;
  /** Such as `Autumn 1`. */
  readonly name: string;
  readonly start: IsoDate;
  readonly end: IsoDate;
  readonly insetDays: readonly IsoDate[];
}

/** A display term: one or more half-terms. */
export interface Term {
  /** Such as `2025-26 Autumn`. */
  readonly name: string;
  readonly academicYear: string;
  readonly term: string;
  readonly start: IsoDate;
  readonly end: IsoDate;
  readonly halfTerms: readonly HalfTerm[];
}

/** When the school is open. Built from terms.csv, or assumed from the standard year of the nation. */
export interface SchoolCalendar {
  readonly source: 'terms_file' | 'assumed';
  /** By start, none overlapping. */
  readonly terms: readonly Term[];
  /** Every school day, ascending: weekdays in half-terms minus INSET and bank holidays. */
  readonly schoolDays: readonly IsoDate[];
}
