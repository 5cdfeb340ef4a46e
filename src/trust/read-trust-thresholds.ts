import thresholdData from './trust-thresholds.yaml';

/** Numbers by which a trust's schools are compared, as `trust-thresholds.yaml` explains them. */
export interface TrustThresholds {
  readonly funnel_schools: number;
  readonly ordinary_spread: number;
  readonly least_ratio: number;
  readonly outlier_false_share: number;
  readonly trend_false_share: number;
  readonly pooled_schools: number;
  readonly group_pupils: number;
  readonly group_expected: number;
  readonly common_records: number;
  readonly comparability: Readonly<
    Record<
      | 'unmapped'
      | 'late'
      | 'days_without_entries'
      | 'beyond_chance'
      | 'least_records'
      | 'without_time'
      | 'without_place'
      | 'recording_ratio'
      | 'days_of_usual',
      number
    >
  >;
}

/** The thresholds that ship with Termwise. */
export function readTrustThresholds(): TrustThresholds {
  return thresholdData as TrustThresholds;
}
