import type {
  ComparabilityFlag,
  ComparabilityRow,
  TrustQuality,
  TrustSchool,
} from '../incident/trust-analysis.ts';
import { median } from '../statistics/median.ts';
import { readTrustThresholds } from './read-trust-thresholds.ts';

function countRecords({ counts }: TrustSchool): number {
  return Object.values(counts.records).reduce((sum, count) => sum + count, 0);
}

/** Records of any kind per 100 pupils per school day: how much a school writes down at all. */
function recordingRate(school: TrustSchool): number | null {
  const { pupil_days } = school;
  return pupil_days === null || pupil_days <= 0 ? null : (100 * countRecords(school)) / pupil_days;
}

/** The share of school days that chance alone leaves without a record: of a small school most of them. */
function shareByChance(school: TrustSchool): number {
  const { school_days } = school.quality;
  return school_days > 0 ? Math.exp(-countRecords(school) / school_days) : 0;
}

function share(part: number, whole: number): number | null {
  return whole > 0 ? part / whole : null;
}

/**
 * How far the numbers of each school can be set beside the others': how much is recorded at all, how much of it has a
 * meaning, a place, a time, and how late it is. A flag is a reason to ask, not a fault of the school.
 */
export function assessComparability(schools: readonly TrustSchool[]): ComparabilityRow[] {
  const usualDays = median(schools.map(({ school_days }) => school_days)) ?? 0;
  const usualRates = new Map(
    [...new Set(schools.map(({ phase }) => phase))].map((phase) => {
      const alike = schools.filter((school) => school.phase === phase);
      return [phase, median(alike.flatMap((one) => recordingRate(one) ?? []))] as const;
    }),
  );
  return schools.map((school) => {
    const { quality } = school;
    const rate = recordingRate(school);
    const usual = usualRates.get(school.phase) ?? null;
    const row = {
      school: school.school,
      phase: school.phase,
      recording_rate: rate,
      recording_ratio: rate === null || usual === null || usual === 0 ? null : rate / usual,
      ...shareQuality(quality),
    };
    return { ...row, flags: listFlags(school, row, usualDays) };
  });
}

function shareQuality(quality: TrustQuality) {
  return {
    unmapped: share(quality.unmapped_incidents, quality.with_category),
    late: share(quality.late, quality.with_recorded_date),
    days_without_entries: share(quality.days_without_entries, quality.school_days),
    with_time: share(quality.with_time, quality.incidents),
    with_place: share(quality.with_place, quality.incidents),
  };
}

function listFlags(
  school: TrustSchool,
  row: Omit<ComparabilityRow, 'flags'>,
  usualDays: number,
): readonly ComparabilityFlag[] {
  const { comparability: limits } = readTrustThresholds();
  const { quality } = school;
  const ratio = row.recording_ratio ?? 1;
  const passes = (part: number | null, of: number, limit: number): boolean =>
    of >= limits.least_records && (part ?? 0) > limit;
  const flags: Readonly<Record<ComparabilityFlag, boolean>> = {
    no_roll: school.pupil_days === null,
    assumed_calendar: school.returns.some(({ terms_in_year }) => terms_in_year === 0),
    unmapped: passes(row.unmapped, quality.with_category, limits.unmapped),
    late: passes(row.late, quality.with_recorded_date, limits.late),
    days_without_entries:
      (row.days_without_entries ?? 0) >
      Math.max(limits.days_without_entries, limits.beyond_chance * shareByChance(school)),
    without_time: passes(1 - (row.with_time ?? 1), quality.incidents, limits.without_time),
    without_place: passes(1 - (row.with_place ?? 1), quality.incidents, limits.without_place),
    recording_high: ratio >= limits.recording_ratio,
    recording_low: ratio <= 1 / limits.recording_ratio,
    term_not_whole: school.school_days < limits.days_of_usual * usualDays,
    nil_return: school.counts.incidents === 0,
  };
  return (Object.keys(flags) as ComparabilityFlag[]).filter((flag) => flags[flag]);
}
