import type { AnalysisMeta, Verdict } from '../incident/analysis.ts';
import type { IncidentKind, IsoDate } from '../incident/incident.ts';
import type { ReportPeriod } from '../incident/period.ts';
import type { CountCell } from './count-cell.ts';
import type { HidingRules } from './hiding-rules.ts';
import type { Signal } from './signal.ts';

/**
 * An analysis that governors, trustees and parents may read. It has no place for a name, an incident or a
 * narrative: findings about pupils, pairs and classes are counts only, and every count is a number or hidden. All
 * that is drawn or written comes from here, so a chart cannot tell what a table hides.
 */
export interface GovernorEdition {
  readonly edition: 'governor';
  readonly rules: HidingRules;
  readonly meta: EditionMeta;
  /** Null when a number of records is hidden that it would give away. */
  readonly imported: ImportedRows | null;
  readonly counts: GovernorCounts;
  readonly comparisons: {
    readonly previous: GovernorCounts | null;
    readonly last_year: GovernorCounts | null;
  };
  readonly headline: readonly GovernorHeadlineRow[];
  readonly category_changes: readonly GovernorHeadlineRow[];
  /** Null when there are too few incidents a week for a chart to mean anything. */
  readonly chart: EditionControlChart | null;
  /** Every term of the record, oldest first. */
  readonly terms: readonly GovernorTermRow[];
  readonly groups: readonly GovernorGroupRow[];
  readonly quality: GovernorQuality;
  readonly findings: FindingCounts;
  readonly hotspots: readonly GovernorHotspot[];
  readonly school_trends: readonly GovernorTrend[];
  readonly detectors: readonly GovernorDetectorRun[];
}

export interface EditionMeta {
  readonly termwise: string;
  readonly school: string;
  readonly phase: string;
  readonly nation: 'england' | 'wales' | 'scotland' | 'northern_ireland';
  readonly profile: string;
  readonly taxonomy_version: string;
  readonly as_at: IsoDate;
  readonly period: ReportPeriod;
  readonly previous: ReportPeriod | null;
  readonly last_year: ReportPeriod | null;
  readonly data_range: readonly [IsoDate, IsoDate];
  readonly calendar: 'terms_file' | 'assumed';
  readonly roll: number | null;
  readonly assumptions: readonly string[];
  readonly fingerprint: string;
  readonly files: number;
  readonly decisions: AnalysisMeta['decisions'];
}

export interface ImportedRows {
  readonly data_records: number;
  readonly accepted_rows: number;
  readonly rejected_rows: number;
  readonly exact_duplicate: number;
  readonly linked_pupil: number;
  readonly superseded: number;
  readonly distinct_incidents: number;
  readonly rejected_by_code: Readonly<Record<string, number>>;
}

export type CellTable = Readonly<Record<string, CountCell>>;
export type BandName = 'one' | 'two_to_five' | 'six_or_more';

/** `PeriodCounts` with every count a cell. */
export interface GovernorCounts {
  readonly incidents: CountCell;
  readonly involvements: CountCell;
  readonly pupils: CountCell;
  readonly school_days: number;
  readonly records: Readonly<Record<IncidentKind, CountCell>>;
  readonly labels: CellTable;
  readonly families: CellTable;
  readonly categories: CellTable;
  readonly places: CellTable;
  readonly weekday_period: Readonly<Record<string, CellTable>>;
  readonly year_groups: CellTable;
  readonly harmed_or_witness: CountCell;
  readonly bands: Readonly<
    Record<BandName, { readonly pupils: CountCell; readonly involvements: CountCell }>
  >;
}

/** A change whose ratio, interval and verdict are only there when both counts are. */
export interface GovernorChange {
  readonly count: CountCell;
  readonly ratio: number | null;
  readonly interval: readonly [number, number | null] | null;
  readonly p: number | null;
  readonly verdict: Verdict | 'hidden';
}

export interface GovernorHeadlineRow {
  readonly code: string;
  readonly title: string;
  readonly now: CountCell;
  readonly previous: GovernorChange | null;
  readonly last_year: GovernorChange | null;
}

/** Control chart of all incidents by school week, from the weeks that are shown. */
export interface EditionControlChart {
  readonly unit: 'per_100_pupils_per_week' | 'per_school_day';
  readonly method: 'xmr' | 'u_prime';
  readonly points: readonly {
    readonly week: IsoDate;
    readonly term: string;
    readonly incidents: number;
    readonly value: number;
    readonly signal: Signal;
    readonly lower: number;
    readonly upper: number;
  }[];
  readonly mean: number;
  /** Index of the first point after each holiday. */
  readonly breaks: readonly number[];
  /** Index of the first point of the period reported on. */
  readonly start: number;
  /** Weeks that the limits were set on. */
  readonly baseline_weeks: number;
  /** Fewer than 12 weeks to set the limits on. */
  readonly trial: boolean;
  /** Weeks left out because their count is hidden. */
  readonly hidden_weeks: number;
}

export interface GovernorTermRow {
  readonly term: string;
  readonly school_days: number;
  readonly incidents: CountCell;
  readonly suspensions: CountCell;
  readonly positives: CountCell;
}

export interface GovernorGroupRow {
  readonly characteristic: string;
  readonly group: string;
  readonly on_roll: CountCell;
  readonly pupils: CountCell;
  readonly involvements: CountCell;
  /** Null when any of the three counts is hidden or the group is under the minimum. */
  readonly rate: number | null;
  readonly rate_interval: readonly [number, number] | null;
  readonly ratio: number | null;
  readonly ratio_interval: readonly [number, number | null] | null;
  readonly stands_out: boolean;
}

/** Records, not pupils: shares are rounded when printed, and the few counts are cells. */
export interface GovernorQuality {
  readonly incidents: CountCell;
  /** Shares of incidents from 0 to 1; null under ten incidents or when the total is hidden. */
  readonly with_time: number | null;
  readonly with_place: number | null;
  readonly with_category: number | null;
  readonly with_narrative: number | null;
  readonly with_action: number | null;
  readonly with_recorded_date: number | null;
  /** Shares of incidents with a recorded date. */
  readonly same_day: number | null;
  readonly late: number | null;
  readonly to_review: number | null;
  readonly school_days: number;
  /** Null, as the gap, when the total is hidden or there were records on too few days. */
  readonly days_without_entries: number | null;
  readonly longest_gap: { readonly from: IsoDate; readonly to: IsoDate; readonly school_days: number } | null;
  readonly unmapped_categories: number;
  readonly pupils_not_on_roll: CountCell | null;
}

/** How many pupils, pairs and classes the findings are about (clear ones only). */
export interface FindingCounts {
  readonly pupils_with_pattern: CountCell;
  readonly pupils_rising: CountCell;
  readonly pupils_falling: CountCell;
  readonly pairs: CountCell;
  readonly classes_rising: CountCell;
  readonly classes_falling: CountCell;
  readonly classes_with_pattern: CountCell;
  readonly serious_repeats: CountCell;
}

export interface GovernorHotspot {
  readonly place: string;
  readonly period: string;
  readonly weekday: string | null;
  readonly observed: CountCell;
  readonly expected: number | null;
  readonly from: IsoDate;
  readonly to: IsoDate;
}

/** A step in the whole school or a year group. */
export interface GovernorTrend {
  readonly about: string;
  readonly category: string | null;
  readonly direction: 'up' | 'down';
  readonly observed: CountCell;
  readonly expected: number | null;
  readonly ratio: number | null;
  readonly interval: readonly [number, number | null] | null;
  readonly from: IsoDate;
  readonly to: IsoDate;
}

export interface GovernorDetectorRun {
  readonly detector: string;
  readonly question: string;
  readonly looked_at: number;
  readonly too_few: CountCell;
  readonly clear: CountCell;
  readonly possible: CountCell;
  readonly expected_by_chance: number | null;
}
