import type { IsoDate } from './incident.ts';

/** Which kind of exclusion a record names. */
export type ExclusionKind = 'internal' | 'suspension' | 'permanent';

/** One exclusion that a record or the second system names: by name, restricted editions only. */
export interface ExclusionCase {
  /** Incident id, or `line 4` of the second system's list. */
  readonly reference: string;
  readonly source: 'export' | 'second_system';
  readonly kind: ExclusionKind;
  readonly date: IsoDate;
  readonly pupils: readonly string[];
  /** School days; null where the record does not say. */
  readonly days: number | null;
  /** National reason codes that the record itself gives, such as `PP`. */
  readonly reasons: readonly string[];
  readonly parents_told: boolean;
  /** Exclusions out of school of the same pupil in the school year before this one. */
  readonly before: number;
}

/** A limit that the known days of one pupil have reached. */
export interface ExclusionLimit {
  readonly pupil: string;
  /** Such as `over_5_term`. */
  readonly limit: string;
  readonly days: number;
}

/** The exclusions of a period from every list that was given. */
export interface ExclusionList {
  readonly cases: readonly ExclusionCase[];
  readonly limits: readonly ExclusionLimit[];
  /** Whether a second system's list was given. */
  readonly second_system: boolean;
  /** Incidents whose words say that a pupil was collected or sent home, without a suspension on the record. */
  readonly sent_home: readonly string[];
}
