import type { DataQuality, PeriodCounts, Verdict } from './analysis.ts';
import type { IsoDate } from './incident.ts';
import type { ExclusionCounts, ForceCounts, GroupSide, HalfTermCount } from './school-counts.ts';

/**
 * What `collate` makes of the returns of a trust's schools, and the one contract between collating and the trust's
 * reports. It holds no pupil, but exact numbers, small ones too: only an edition of it may leave the trust's own
 * staff. Schools stand by name everywhere; there is no rank and nothing to make one from but the reader's own hand.
 * Keys are written as they stand in the JSON.
 */
export interface TrustAnalysis {
  readonly meta: TrustMeta;
  /** Sums over all returns, at the paths of `counts` in a school's analysis. `pupils` counts a pupil once a return. */
  readonly totals: PeriodCounts;
  /** Totals by common kind of place and part of the day, whose names the schools do not share. */
  readonly place_kinds: Readonly<Record<string, number>>;
  readonly time_kinds: Readonly<Record<string, number>>;
  readonly schools: readonly TrustSchool[];
  /** How far each school's numbers can be set beside the others': to be read before any comparison. */
  readonly comparability: readonly ComparabilityRow[];
  /** One for each headline measure and kind of school with enough schools. */
  readonly funnels: readonly TrustFunnel[];
  /** Schools that differ by more than chance and ordinary differences between schools explain. */
  readonly outliers: readonly TrustOutlier[];
  /** One for each headline measure and comparison. */
  readonly trends: readonly TrustTrend[];
  readonly groups: readonly PooledGroup[];
  readonly common: TrustCommon;
  readonly exclusions: TrustExclusions;
  readonly force: TrustForce;
  readonly duties: readonly TrustDuty[];
  readonly warnings: readonly TrustWarning[];
}

/** What labels of raw exports are made of: words of the record, or its recorded categories alone. */
export type LabelSource = 'words' | 'recorded';

export interface TrustMeta {
  readonly schema: 'termwise.trust/1';
  readonly termwise: string;
  readonly taxonomy_version: string;
  /** Terms of the common calendar that the returns cover, oldest first, such as `2025-26 Autumn`. */
  readonly terms: readonly string[];
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly schools: number;
  readonly returns: number;
  /** Schools on the trust's list without a return; null without a list. */
  readonly missing: readonly string[] | null;
  /** Only where it was made of raw exports and not of returns. */
  readonly labels?: LabelSource;
  /** What became of the rows of raw exports: incidents + merged + rejected + without_school = data_records. */
  readonly rows?: RowAccount;
  /** First 12 hex digits of the SHA-256 over the signatures of all returns. */
  readonly fingerprint: string;
}

/** Where every row of an export has gone. */
export interface RowAccount {
  readonly data_records: number;
  /** Rows that began an incident. */
  readonly incidents: number;
  /** Rows merged into an incident of another row: doubles, further pupils of it, earlier states of it. */
  readonly merged: number;
  readonly rejected: number;
  /** Rows that name no school: in no number. */
  readonly without_school: number;
}

/** One return as it was handed in. */
export interface HandedIn {
  readonly period: string;
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly school_days: number;
  readonly terms_in_year: number;
  readonly profile: string;
  readonly termwise: string;
  readonly as_at: IsoDate;
  readonly signature: string;
}

/** One school with all its returns added up. */
export interface TrustSchool {
  readonly school: string;
  readonly phase: 'primary' | 'secondary' | 'all_through' | 'special' | 'unknown';
  readonly nation: 'england' | 'wales' | 'scotland' | 'northern_ireland';
  readonly returns: readonly HandedIn[];
  /** Terms of the common calendar that its returns cover. */
  readonly terms: readonly string[];
  readonly school_days: number;
  /** Mean number on roll; null without a roll. */
  readonly roll: number | null;
  readonly pupil_days: number | null;
  readonly counts: PeriodCounts;
  readonly place_kinds: Readonly<Record<string, number>>;
  readonly time_kinds: Readonly<Record<string, number>>;
  readonly rates: readonly SchoolRate[];
  readonly weeks: readonly TrustWeek[];
  readonly half_terms: readonly HalfTermCount[];
  readonly groups: readonly SchoolGroup[];
  readonly exclusions: TrustExclusions;
  readonly force: TrustForce;
  readonly duties: readonly TrustDuty[];
  readonly quality: TrustQuality;
  /** By headline measure; see `ReturnCounts`. */
  readonly clustering: Readonly<Record<string, number>>;
  readonly dispersion: Readonly<Record<string, number>>;
}

/** A headline measure of one school: per 100 pupils per school day, null without a roll. */
export interface SchoolRate {
  readonly code: string;
  readonly title: string;
  readonly count: number;
  readonly rate: number | null;
  /** 95 %, allowing for repeats by one pupil. */
  readonly interval: readonly [number, number] | null;
}

export interface TrustWeek {
  /** Monday. */
  readonly week: IsoDate;
  readonly school_days: number;
  readonly incidents: number;
  readonly roll: number | null;
}

/** A group of one school, with its rate over that of all other pupils there when the school alone can tell. */
export interface SchoolGroup extends GroupSide {
  readonly characteristic: string;
  readonly group: string;
  readonly others: GroupSide;
}

/**
 * How many pupils counts of several returns are about. Returns hold no pupil, so who is in two terms of one school is
 * not known: null then, with the fewest that it can be, unless each suspension is its pupil's first of the school year.
 * Schools are added up, each pupil being at one.
 */
export interface PupilsOfReturns {
  readonly pupils: number | null;
  readonly pupils_again: number | null;
  readonly pupils_at_least: number;
}

export type TrustExclusions = Omit<ExclusionCounts, 'pupils' | 'pupils_again'> & PupilsOfReturns;
export type TrustForce = Omit<ForceCounts, 'pupils' | 'pupils_again'> & PupilsOfReturns;

export interface TrustDuty {
  readonly duty: string;
  readonly cases: number;
  readonly met: number;
  readonly not_met: number;
  readonly not_evidenced: number;
}

export type TrustQuality = Omit<DataQuality, 'unmapped_categories' | 'longest_gap'> & {
  readonly unmapped_incidents: number;
  readonly unmapped_categories: number;
  readonly rejected_rows: number;
  readonly data_records: number;
};

/** Why a school's numbers stand uneasily beside the others'. */
export type ComparabilityFlag =
  | 'no_roll'
  | 'assumed_calendar'
  | 'unmapped'
  | 'late'
  | 'days_without_entries'
  | 'without_time'
  | 'without_place'
  | 'recording_high'
  | 'recording_low'
  | 'term_not_whole'
  | 'nil_return';

/** Shares from 0 to 1; null where there is nothing to form them from. */
export interface ComparabilityRow {
  readonly school: string;
  readonly phase: TrustSchool['phase'];
  /** Records of every kind, positive and safeguarding ones too, per 100 pupils per school day: how much is written. */
  readonly recording_rate: number | null;
  /** That rate over the middle one of its kind of school. */
  readonly recording_ratio: number | null;
  readonly unmapped: number | null;
  readonly late: number | null;
  readonly days_without_entries: number | null;
  readonly with_time: number | null;
  readonly with_place: number | null;
  readonly flags: readonly ComparabilityFlag[];
}

/** Schools of one kind and one measure, as a funnel shows them: never in order of their rates. */
export interface TrustFunnel {
  readonly code: string;
  readonly title: string;
  /** Whether more of it is a concern. */
  readonly adverse: boolean;
  readonly phase: TrustSchool['phase'];
  /** Per 100 pupils per school day over the schools that are not outliers. */
  readonly rate: number;
  /** By how much the limits are widened because one pupil has several incidents. */
  readonly clustering: number;
  /** Variance of the square root of true ratios between ordinary schools. */
  readonly tau2: number;
  readonly units: readonly TrustFunnelUnit[];
}

/** One school in a funnel; ratios are to the rate of the funnel. */
export interface TrustFunnelUnit {
  readonly school: string;
  readonly pupil_days: number;
  readonly observed: number;
  readonly expected: number;
  readonly ratio: number;
  readonly interval: readonly [number, number];
  /** Limits of the ratio for chance alone (repeats by one pupil allowed for), 95 % and 99.8 %. */
  readonly limits95: readonly [number, number];
  readonly limits998: readonly [number, number];
  /** The same, widened for ordinary differences between schools. */
  readonly wide95: readonly [number, number];
  readonly wide998: readonly [number, number];
  /** Of the school against all others, allowing for chance and ordinary differences; q over all that was looked at. */
  readonly p: number;
  readonly q: number;
  readonly outlying: boolean;
}

/** One school to talk to, with what to bear in mind: a difference in records may be one in recording. */
export interface TrustOutlier {
  readonly school: string;
  readonly code: string;
  readonly title: string;
  readonly phase: TrustSchool['phase'];
  readonly direction: 'higher' | 'lower';
  readonly observed: number;
  readonly expected: number;
  readonly ratio: number;
  readonly interval: readonly [number, number];
  readonly q: number;
  /** Flags of the school that could explain it by themselves. */
  readonly cautions: readonly ComparabilityFlag[];
}

/** One school's change against an earlier term of the common calendar. */
export interface SchoolChange {
  readonly school: string;
  readonly now: number;
  readonly now_days: number;
  readonly before: number;
  readonly before_days: number;
  /** Rate per school day now over before. */
  readonly ratio: number | null;
  readonly interval: readonly [number, number | null] | null;
  readonly p: number | null;
  /** False-discovery rate over the schools of this measure and comparison. */
  readonly q: number | null;
  readonly verdict: Verdict;
}

export interface TrustTrend {
  readonly code: string;
  readonly title: string;
  readonly adverse: boolean;
  readonly comparison: 'previous' | 'last_year';
  readonly schools: readonly SchoolChange[];
  /** All comparable schools together; null under three. */
  readonly pooled: PooledRatio | null;
}

/** A ratio pooled over schools by random effects. */
export interface PooledRatio {
  readonly schools: number;
  readonly ratio: number;
  readonly interval: readonly [number, number];
  /** Where the ratio of a further school may lie: the spread between schools. */
  readonly spread: readonly [number, number];
  readonly tau2: number;
  /** Share of the spread beyond chance, 0 to 1. */
  readonly i2: number;
  readonly p: number;
  /** False-discovery rate over the family it was looked at with. */
  readonly q: number;
}

/** One group of pupils against all others of their school, pooled over schools; null with too few schools. */
export interface PooledGroup {
  readonly characteristic: string;
  readonly group: string;
  readonly on_roll: number;
  readonly pupils: number;
  readonly involvements: number;
  readonly pooled: PooledRatio | null;
  /** Differs from all others after allowing for the number of groups looked at. */
  readonly stands_out: boolean;
  /** The schools that the pooled ratio is made from, by name. */
  readonly schools: readonly {
    readonly school: string;
    readonly ratio: number;
    readonly interval: readonly [number, number];
  }[];
}

/** What several schools have in common. */
export interface TrustCommon {
  /** Measures that rose or fell over the schools together, by comparison. */
  readonly changes: readonly {
    readonly code: string;
    readonly title: string;
    readonly comparison: 'previous' | 'last_year';
    readonly direction: 'up' | 'down';
    readonly pooled: PooledRatio;
    /** Comparable schools whose rate went that way at all, and by their own test. */
    readonly schools_leaning: number;
    readonly schools_clear: number;
  }[];
  readonly places: readonly CommonShare[];
  readonly times: readonly CommonShare[];
  readonly weekdays: readonly CommonShare[];
}

/** One kind of place or time over the schools. */
export interface CommonShare {
  readonly kind: string;
  readonly title: string;
  readonly incidents: number;
  /** Share of the incidents whose place or time is recorded. */
  readonly share: number | null;
  /** Lowest and highest share among schools with twenty such incidents or more. */
  readonly range: readonly [number, number] | null;
  /** Schools with twenty such incidents or more, and those of them where it is the commonest. */
  readonly schools: number;
  readonly schools_leading: number;
}

export interface TrustWarning {
  readonly code:
    | 'missing_school'
    | 'not_on_list'
    | 'missing_term'
    | 'nil_return'
    | 'different_phases'
    | 'different_terms'
    | 'different_policies'
    | 'comparability';
  /** Null when it is about all schools. */
  readonly school: string | null;
  readonly message: string;
}
