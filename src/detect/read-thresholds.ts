import data from './thresholds.yaml';

/** Minimum evidence and error limits; what each means is said in thresholds.yaml and with its detector. */
export interface DetectThresholds {
  readonly record: {
    readonly max_days_from_school_day: number;
    readonly min_incidents_for_index: number;
    readonly max_per_pupil_day: number;
    readonly quiet_edge_days: number;
  };
  readonly pupil_pattern: {
    readonly min_pupils: number;
    readonly min_incident_days_in_category: number;
    readonly ratio_floor: number;
    readonly mean_error: number;
    readonly each_error: number;
    readonly usual: Readonly<Record<'ratio' | 'weight' | 'added' | 'least' | 'most', number>>;
    readonly each_chance: number;
    readonly min_days: number;
    readonly min_days_when_rare: number;
    readonly rare_expected: number;
    readonly min_weeks: number;
    readonly min_span_days: number;
    readonly max_share_one_week: number;
    readonly max_weeks_per_day: number;
    readonly min_exposed_days: number;
    readonly catch_all_share: number;
  };
  readonly pupil_trend: {
    readonly min_total: number;
    readonly min_observed_or_expected: number;
    readonly min_exposed_days: number;
    readonly baseline_terms: number;
    readonly ratio_floor: number;
    readonly q_clear: number;
    readonly q_possible: number;
    readonly max_possible: number;
  };
  readonly class_trend: {
    readonly min_incident_days: number;
    readonly min_weeks_each_side: number;
    readonly pupil_wobble: number;
    readonly ratio_floor: number;
    readonly each_error: number;
    readonly each_chance: number;
    readonly q_clear: number;
    readonly q_possible: number;
    readonly max_possible: number;
    readonly replicates: number;
    readonly stop_after_exceeding: number;
  };
  readonly class_pattern: {
    readonly min_days: number;
    readonly min_pupils: number;
    readonly min_weeks: number;
    readonly max_share_one_pupil: number;
    readonly ratio_floor: number;
    readonly min_classes: number;
    readonly mean_error: number;
    readonly each_error: number;
  };
  readonly pair: {
    readonly min_harmer_days: number;
    readonly min_days: number;
    readonly min_weeks: number;
    readonly q_clear: number;
  };
  readonly hotspot: {
    readonly min_incidents: number;
    readonly min_weeks: number;
    readonly ratio_floor: number;
    readonly q_clear: number;
    readonly window_weeks: readonly number[];
    readonly step_weeks: number;
    readonly replicates: number;
    readonly stop_after_exceeding: number;
  };
  readonly group_trend: {
    readonly min_incidents: number;
    readonly min_weeks: number;
    readonly ratio_floor: number;
    readonly year_ratio_floor: number;
    readonly q_clear: number;
    readonly q_possible: number;
  };
  readonly recorder: { readonly share: number };
}

/** The built-in thresholds (their shape is checked by a test, not at each start). */
export function readThresholds(): DetectThresholds {
  return data as DetectThresholds;
}
