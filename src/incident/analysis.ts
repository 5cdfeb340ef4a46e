import type { DetectorRun, Finding } from './finding.ts';
import type { IncidentKind, IsoDate } from './incident.ts';
import type { ReportPeriod } from './period.ts';

/**
 * The one contract between finding out and printing: everything a report may say is in here, and `report`
 * computes nothing. It holds pupil names (in findings), so only `privacy` may hand it on as a governor edition.
 * Keys are written as they stand in `analyse --json`.
 */
export interface Analysis {
  readonly meta: AnalysisMeta;
  readonly problems: ImportSummary;
  /** Counts of the period reported on. */
  readonly counts: PeriodCounts;
  /** The same counts for the term before and the same term last year; null where there is no data. */
  readonly comparisons: { readonly previous: PeriodCounts | null; readonly last_year: PeriodCounts | null };
  /**
   * The same counts for every other term of the record, by its name. Printed nowhere: an edition needs them to hide the
   * same numbers of a term in every report that has a line or a week of it.
   */
  readonly other_terms: Readonly<Record<string, PeriodCounts>>;
  /** The headline table: one row a measure, each with its test. */
  readonly headline: readonly HeadlineRow[];
  /** The same tests for each recorded category (outermost level) with six incidents or more in two periods. */
  readonly category_changes: readonly HeadlineRow[];
  /** School weeks of the whole record, oldest first, for the SPC chart. */
  readonly weeks: readonly WeekCount[];
  /** Group comparisons, only when a roll is given: first a row `All pupils`, then each characteristic. */
  readonly groups: readonly GroupRow[];
  /** Every pupil in a behaviour incident of the period, by label. Never in a governor edition. */
  readonly pupils: readonly PupilSummary[];
  readonly quality: DataQuality;
  readonly findings: readonly Finding[];
  readonly detectors: readonly DetectorRun[];
}

export interface AnalysisMeta {
  readonly schema: 'termwise.analysis/1';
  /** There only where codes stand for the pupils' names. */
  readonly pseudonyms?: true;
  readonly termwise: string;
  readonly school: string;
  readonly phase: 'primary' | 'secondary' | 'all_through' | 'special' | 'unknown';
  readonly nation: 'england' | 'wales' | 'scotland' | 'northern_ireland';
  readonly profile: string;
  readonly taxonomy_version: string;
  /** The day the work is done as of: the day after the last incident unless given. */
  readonly as_at: IsoDate;
  readonly period: ReportPeriod;
  readonly previous: ReportPeriod | null;
  readonly last_year: ReportPeriod | null;
  /** First and last incident day in the data. */
  readonly data_range: readonly [IsoDate, IsoDate];
  readonly calendar: 'terms_file' | 'assumed';
  /** Mean number on roll over the period, or null without a roll. */
  readonly roll: number | null;
  /** What was taken for granted, each a sentence; also said on stderr. */
  readonly assumptions: readonly string[];
  /** First 12 hex digits of the SHA-256 over the input files' bytes. */
  readonly fingerprint: string;
  /** Base names of the files read. */
  readonly files: readonly string[];
  readonly decisions: {
    readonly confirmed: number;
    readonly changed: number;
    /** Of these, records whose words have changed since a person decided. */
    readonly outdated: number;
  };
}

export interface ImportSummary {
  readonly data_records: number;
  readonly accepted_rows: number;
  readonly rejected_rows: number;
  readonly exact_duplicate: number;
  readonly linked_pupil: number;
  readonly superseded: number;
  readonly distinct_incidents: number;
  readonly kinds: Readonly<Record<IncidentKind, number>>;
  readonly rejected_by_code: Readonly<Record<string, number>>;
  readonly warnings: readonly string[];
}

/** Plain numbers only. Behaviour incidents unless the key says otherwise. */
export interface PeriodCounts {
  /** The total; every breakdown below says what it counts. */
  readonly incidents: number;
  /** One for each pupil in each incident. */
  readonly involvements: number;
  /** Pupils with at least one behaviour incident. */
  readonly pupils: number;
  readonly school_days: number;
  readonly records: Readonly<Record<IncidentKind, number>>;
  /** Incidents with each label of the taxonomy, 0 where none: several labels an incident. */
  readonly labels: Readonly<Record<string, number>>;
  /** Incidents with at least one label of each family of the taxonomy, such as `prejudice`. */
  readonly families: Readonly<Record<string, number>>;
  /** Incidents by recorded category (outermost level): several a record. */
  readonly categories: Readonly<Record<string, number>>;
  /** Incidents by recorded place; `Not recorded` for none. Sums to incidents. */
  readonly places: Readonly<Record<string, number>>;
  /** Incidents by weekday, then by period of the day (or hour `08:00`); `Time not recorded` for none. */
  readonly weekday_period: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** Involvements by year group; `Not recorded` for none. Sums to involvements. */
  readonly year_groups: Readonly<Record<string, number>>;
  /** Pupils behind those involvements; says whether so few share them that an edition must hide the number. */
  readonly year_group_pupils: Readonly<Record<string, number>>;
  /** Involvements of pupils whom the record names as harmed or as a witness. */
  readonly harmed_or_witness: number;
  /**
   * Pupils by number of incidents, and their involvements, parts as harmed or witness left out: to be hurt six
   * times is not to misbehave six times. Involvements of the bands and `harmed_or_witness` sum to involvements.
   */
  readonly bands: Readonly<
    Record<'one' | 'two_to_five' | 'six_or_more', { readonly pupils: number; readonly involvements: number }>
  >;
}

export type Verdict = 'up' | 'down' | 'no_clear_change' | 'too_few' | 'no_comparison';

export interface Change {
  readonly count: number;
  /** This period's rate per school day over the other's; null when it cannot be formed. */
  readonly ratio: number | null;
  readonly interval: readonly [number, number | null] | null;
  readonly p: number | null;
  readonly verdict: Verdict;
}

export interface HeadlineRow {
  /** `all`, a taxonomy code or family, or a recorded category. */
  readonly code: string;
  readonly title: string;
  readonly now: number;
  readonly previous: Change | null;
  readonly last_year: Change | null;
}

export interface WeekCount {
  /** Monday. */
  readonly week: IsoDate;
  readonly term: string;
  readonly school_days: number;
  readonly incidents: number;
  readonly suspensions: number;
  readonly positives: number;
  /** Mean number on roll that week, or null without a roll. */
  readonly roll: number | null;
}

/** One group against all others in the same characteristic. */
export interface GroupRow {
  /** Such as `SEN`, `Pupil premium`. */
  readonly characteristic: string;
  readonly group: string;
  /** Pupils of the group on roll on at least one school day of the period. */
  readonly on_roll: number;
  /** Pupils of the group with at least one incident, parts as harmed or witness left out. */
  readonly pupils: number;
  readonly involvements: number;
  /** Involvements per 100 pupils per school week (5 school days); the interval allows for repeats by one pupil. */
  readonly rate: number;
  readonly rate_interval: readonly [number, number];
  /** Rate over that of pupils not in the group; null when too few to compare. */
  readonly ratio: number | null;
  readonly ratio_interval: readonly [number, number | null] | null;
  /** Differs from all others even after allowing for the number of groups compared. */
  readonly stands_out: boolean;
}

/** One pupil in the period: what a pastoral table shows beside a finding. */
export interface PupilSummary {
  /** As in findings. */
  readonly pupil: string;
  readonly year_group: string | null;
  readonly class_name: string | null;
  /** Incidents in the period, parts as harmed or witness left out. */
  readonly incidents: number;
  /** Incidents in which the record names them as harmed. */
  readonly harmed: number;
  /** The same as `incidents` in the term before and the same term last year; null where there is no data. */
  readonly previous: number | null;
  readonly last_year: number | null;
  readonly last_incident: IsoDate;
  /** Day of the latest incident whose record says that parents or carers were told; null when none does. */
  readonly last_parent_contact: IsoDate | null;
}

export interface DataQuality {
  readonly incidents: number;
  readonly with_time: number;
  readonly with_place: number;
  readonly with_category: number;
  readonly with_narrative: number;
  readonly with_action: number;
  readonly with_recorded_date: number;
  /** Of those with a recorded date, entered on the day it happened. */
  readonly same_day: number;
  /** Of those with a recorded date, entered more than one school day later. */
  readonly late: number;
  readonly school_days: number;
  /** School days without a record of any kind, positive ones included: nobody was recording. */
  readonly days_without_entries: number;
  /** The longest run of school days without any record, when it is five days or more. */
  readonly longest_gap: { readonly from: IsoDate; readonly to: IsoDate; readonly school_days: number } | null;
  /** Categories that no map row knows, most frequent first. */
  readonly unmapped_categories: Readonly<Record<string, number>>;
  /** Incidents with at least one label sent to a person. */
  readonly to_review: number;
  /** Pupils in incidents who are not on the roll file; null without a roll. */
  readonly pupils_not_on_roll: number | null;
}
