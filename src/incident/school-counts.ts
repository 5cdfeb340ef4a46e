import type { IsoDate } from './incident.ts';

/** One half-term of a school's record: the unit that years of three and of six terms have in common. */
export interface HalfTermCount {
  /** Such as `Autumn 1` or `Term 3`. */
  readonly name: string;
  readonly from: IsoDate;
  readonly to: IsoDate;
  /** School days that the record covers. */
  readonly school_days: number;
  /** Whether the record covers it: at most ten school days missing at an end. */
  readonly complete: boolean;
  /** Headline measures, by code. */
  readonly measures: Readonly<Record<string, number>>;
}

/** Incidents and exposure of one side of a comparison of groups. */
export interface GroupSide {
  readonly on_roll: number;
  /** Pupils with at least one incident, parts as harmed or witness left out. */
  readonly pupils: number;
  readonly involvements: number;
  readonly pupil_days: number;
  /** How many times wider the variance is than if every incident were another pupil's; at least 1. */
  readonly clustering: number;
}

/** One group of the roll beside all other pupils of the same characteristic. */
export interface GroupExposure extends GroupSide {
  readonly characteristic: string;
  readonly group: string;
  readonly others: GroupSide;
}

/** Days a suspension lasted; `not_recorded` where neither the list nor the record says. */
export type ExclusionLength = 'half_day' | 'one' | 'two_to_five' | 'over_five' | 'not_recorded';
/** Which suspension of the pupil in the school year it is. */
export type ExclusionTurn = 'first' | 'second' | 'third_or_later';
/** Whether a risk of harm is recorded as its ground: what a moderation of purpose asks. */
export type ExclusionPurpose = 'harm' | 'no_harm_recorded' | 'not_stated';

/** Exclusions alike in every respect that moderation looks at, counted. */
export interface ExclusionCell {
  readonly type: 'suspension' | 'permanent';
  /** A reason code of the national list, or `not_stated`. */
  readonly reason: string;
  readonly length: ExclusionLength;
  readonly turn: ExclusionTurn;
  readonly purpose: ExclusionPurpose;
  readonly count: number;
}

/** Exclusions of a period without a pupil in them. */
export interface ExclusionCounts {
  /** A second system's list when one was given, else the labels of the records. */
  readonly source: 'list' | 'records';
  readonly suspensions: number;
  readonly permanent: number;
  /** Internal exclusions, always from the records. */
  readonly internal: number;
  /** Pupils suspended at least once. */
  readonly pupils: number;
  /** Of these, pupils suspended more than once. */
  readonly pupils_again: number;
  /** School days of the suspensions whose length is known, and how many those are. */
  readonly days: number;
  readonly days_known: number;
  readonly cells: readonly ExclusionCell[];
}

/** Uses of force in a period. */
export interface ForceCounts {
  readonly incidents: number;
  readonly pupils: number;
  /** Of these, pupils with more than one. */
  readonly pupils_again: number;
  readonly with_recorded_date: number;
  /** Of those with a recorded date, entered on the day itself. */
  readonly same_day: number;
  /** Records that say that parents or carers were told. */
  readonly parents_told: number;
}

/** Counts that only a return needs, beside those of the analysis. */
export interface ReturnCounts {
  /** Pupils on roll times school days of the period; null without a roll. */
  readonly pupil_days: number | null;
  /** By headline measure: how many times wider the variance of the count is, since one pupil has several. */
  readonly clustering: Readonly<Record<string, number>>;
  /** By headline measure: how many times more the weeks jump about than chance; at least 1. */
  readonly dispersion: Readonly<Record<string, number>>;
  readonly half_terms: readonly HalfTermCount[];
  readonly groups: readonly GroupExposure[];
  readonly exclusions: ExclusionCounts;
  readonly force: ForceCounts;
  /** Behaviour incidents with a recorded category of which none is in the category map. */
  readonly unmapped_incidents: number;
}
