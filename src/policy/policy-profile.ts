import type { Nation } from '../calendar/nation.ts';
import type { ClockDays, DutyRule, Ladder } from './duty-rule.ts';
import type { Phase } from './phase.ts';

/** A number the tool works with, and whose it is: a report must never pass our default off as the policy's. */
export interface Threshold {
  readonly value: number;
  /** `termwise`: our default; `policy`: stated in the policy; `school`: set in termwise.yaml. */
  readonly whose: 'termwise' | 'policy' | 'school';
  /** Counted within so many school days in a row instead of within a term, where a policy says so. */
  readonly within_school_days?: number | undefined;
}

export type ThresholdName =
  | 'persistent_records'
  | 'persistent_staff_records'
  | 'risk_assessment_records'
  | 'repeat_bullying_records'
  | 'few_minutes'
  | 'top_positives'
  | 'late_entry_school_days'
  | 'plan_outlives_review_months';

/** A label of the taxonomy under the name the policy gives it. */
export interface NamedLabel {
  readonly code: string;
  readonly name: string;
}

/** Several labels under one name: an incident with any of them counts once. */
export interface NamedLabels {
  readonly codes: readonly string[];
  readonly name: string;
}

/** Words in a recorded category that name a tag. */
export interface TagName {
  readonly code: string;
  readonly words: readonly string[];
  /** The tag counts by these words alone, not by what other categories mean. */
  readonly only?: boolean;
}

/** How small numbers are hidden in editions that leave the school. */
export interface Suppression {
  /** Counts from 1 up to one less than this are hidden; 0 hides nothing. */
  readonly threshold: number;
  /** What is printed instead. */
  readonly symbol: string;
  /** Rates of groups with fewer on roll than this are not shown. */
  readonly group_minimum: number;
}

/** The school's own words for what every policy has. */
export interface PolicyWords {
  readonly pupil: string;
  readonly pupils: string;
  readonly parents: string;
  readonly class_teacher: string;
  readonly suspension: string;
  readonly suspensions: string;
  readonly permanent_exclusion: string;
  readonly positive_handling: string;
  readonly additional_needs: string;
  readonly looked_after: string;
  readonly governors: string;
}

/**
 * One behaviour policy as data: its words, year, headings and numbers. Keys are written as they stand in the
 * profile's YAML file. A profile says what a policy says and no more: where the policy is silent it carries our
 * default, marked `stated: false` or `whose: termwise`.
 */
export interface PolicyProfile {
  readonly name: string;
  readonly title: string;
  /** Which document it was read from, with its date; null for the national defaults. */
  readonly document: string | null;
  readonly nation: Nation;
  readonly phase: Phase;
  readonly year: {
    readonly terms: 3 | 6;
    readonly stated: boolean;
    readonly note: string | null;
  };
  /** Recording systems the policy names. */
  readonly recording: readonly string[];
  readonly words: PolicyWords;
  readonly bullying: {
    /** In our words; the national wording where the policy gives none. */
    readonly definition: string;
    /** In the policy's order. */
    readonly types: readonly NamedLabel[];
    /** Whether the policy names these types itself. */
    readonly stated: boolean;
  };
  readonly child_on_child: { readonly types: readonly NamedLabels[]; readonly stated: boolean };
  /** Headings that a report counts under, in order. */
  readonly groups: readonly { readonly title: string; readonly codes: readonly string[] }[];
  readonly thresholds: Readonly<Record<ThresholdName, Threshold>>;
  readonly suppression: Suppression;
  /** What 'working days' counts where the policy does not say: weekdays without bank holidays, or school days. */
  readonly working_days: Exclude<ClockDays, 'calendar'>;
  /** Names of tags in the category cell that duties on tags go by. */
  readonly tag_names: readonly TagName[];
  /** The policy's ladders of stages, by name. */
  readonly ladders: readonly Ladder[];
  /** Duties of the policy that no export can show: the data that is missing, by duty. */
  readonly not_in_exports: Readonly<Record<string, string>>;
  /** Printed on page 1 and in every footer of a restricted edition. */
  readonly handling: string;
  readonly duties: readonly DutyRule[];
}
