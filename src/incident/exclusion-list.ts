import type { IsoDate } from './incident.ts';

/** Which kind of exclusion a record names. */
export type ExclusionKind = 'internal' | 'suspension' | 'permanent';

/** One row of a second system's list of exclusions. */
export interface ListedExclusion {
  readonly line: number;
  readonly name: string;
  /** Tells namesakes apart; null where the list has none. */
  readonly upn: string | null;
  readonly start: IsoDate;
  /** School days; null where the list does not say. */
  readonly days: number | null;
  /** Set where the list has words for the length that say no number of days, such as `lots`. */
  readonly isLengthUnread?: true;
  readonly incidentId: string | null;
  /** Which kind of exclusion, in the list's own words, such as `PERM`; '' where it has no cell for it. */
  readonly type: string;
  readonly reason: string;
}

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
  /** National reason codes such as `PP`: as the record or list gives them, else as the labels of the record imply. */
  readonly reasons: readonly string[];
  /** What stands where a reason code stands and is none of the national list, such as `X49`: said, never dropped. */
  readonly unknown_reasons: readonly string[];
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
  /** Pupils with more than one exclusion out of school in the school year up to the end of the period, by name. */
  readonly again: readonly string[];
  /** Rows of the second system whose name is that of several pupils, where nothing tells which: such as `line 4`. */
  readonly unclear: readonly string[];
  /** Whether a second system's list was given. */
  readonly second_system: boolean;
  /** Incidents whose words say that a pupil was collected or sent home, without a suspension on the record. */
  readonly sent_home: readonly string[];
}
