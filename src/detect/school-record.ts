import type { IsoDate, PupilKey } from '../incident/incident.ts';
import type { LabelledIncident } from '../incident/labelled-incident.ts';

/** A span of school days, as indices into `SchoolRecord.days`; both ends included. */
export interface DaySpan {
  readonly first: number;
  readonly last: number;
}

/** A term or an academic year, cut to the days that were recorded. */
export interface NamedSpan extends DaySpan {
  readonly name: string;
  readonly academicYear: string;
}

/** Where a pupil was in one academic year. */
export interface PupilYear extends DaySpan {
  /** Index into `classes`, or -1. */
  readonly classId: number;
  /** Index into `yearGroups`, or -1. */
  readonly yearGroupId: number;
}

export interface RecordPupil {
  /** Null for a pupil on roll who is in no record. */
  readonly key: PupilKey | null;
  readonly label: string;
  /** One entry an academic year of the record; null when not on roll. */
  readonly years: readonly (PupilYear | null)[];
}

/** An incident placed on the school's calendar. */
export interface PlacedIncident {
  readonly source: LabelledIncident;
  readonly day: number;
  /** Outermost recorded categories, as indices into `categories`. */
  readonly categories: readonly number[];
  /** Pupils whose own behaviour the record is about, as indices into `pupils`. */
  readonly actors: readonly number[];
  /** Others in it who are not known to have been only watching. */
  readonly others: readonly number[];
}

/** The record in the form detectors work on: days, weeks and pupils as indices. */
export interface SchoolRecord {
  readonly days: readonly IsoDate[];
  /** 0 Monday to 4 Friday (5 and 6 for a school that opens at the weekend). */
  readonly weekday: Uint8Array;
  /** Index into `weeks`. */
  readonly week: Int32Array;
  /** Mondays of weeks with school days. */
  readonly weeks: readonly IsoDate[];
  /** Running number of the half-term of each day. */
  readonly halfTerm: Int32Array;
  readonly terms: readonly NamedSpan[];
  readonly years: readonly NamedSpan[];
  readonly categories: readonly string[];
  readonly classes: readonly string[];
  readonly yearGroups: readonly string[];
  readonly pupils: readonly RecordPupil[];
  /** Incidents of each pupil as an actor, by day. */
  readonly events: readonly (readonly PlacedIncident[])[];
  /** By date, time and id. */
  readonly incidents: readonly PlacedIncident[];
  /** Incidents too far from any school day to be placed. */
  readonly unplaced: number;
  readonly hasRoll: boolean;
}
