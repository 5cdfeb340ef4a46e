import type { IsoDate } from '../incident/incident.ts';
import type {
  ComparabilityFlag,
  ComparabilityRow,
  PooledRatio,
  TrustAnalysis,
  TrustSchool,
} from '../incident/trust-analysis.ts';
import type { CountCell } from './count-cell.ts';
import type { CellTable } from './governor-edition.ts';
import type { HidingRules } from './hiding-rules.ts';

/** A trust with more schools than this is told by kinds of school, not school by school. */
export const MOST_SCHOOLS = 40;

/** What an exclusion is moderated by, beside its reason. */
export const EXCLUSION_PARTS = {
  length: ['half_day', 'one', 'two_to_five', 'over_five', 'not_recorded'],
  turn: ['first', 'second', 'third_or_later'],
  purpose: ['harm', 'no_harm_recorded', 'not_stated'],
} as const;

/**
 * A trust's analysis as it may leave the trust's own moderators: schools by name, every count a number or hidden. It has
 * no place for a pupil, a class, a member of staff or a word of a record, for the analysis has none; and none for
 * places and categories as schools type them.
 */
export interface TrustEdition {
  readonly edition: 'trust';
  readonly rules: HidingRules;
  /** Nothing is hidden: for moderators of the trust only. */
  readonly exact: boolean;
  readonly meta: TrustAnalysis['meta'] & { readonly as_at: IsoDate };
  readonly schools: readonly EditionSchool[];
  readonly totals: readonly EditionTotal[];
  /** Days that the half-terms of all schools begin, one for each column of `halves`. */
  readonly half_terms: readonly IsoDate[];
  readonly funnels: readonly EditionFunnel[];
  readonly outliers: readonly EditionOutlier[];
  /** Schools that stand out in a number that is hidden: how many, not which. */
  readonly outliers_untold: number;
  readonly changes: readonly EditionSchoolChange[];
  readonly shared: TrustAnalysis['common']['changes'];
  readonly groups: readonly EditionGroup[];
  readonly common: Readonly<Record<'places' | 'times' | 'weekdays', readonly EditionShare[]>>;
  readonly exclusions: EditionExclusions;
  readonly force: EditionForce;
  readonly duties: readonly EditionDuty[];
  readonly warnings: TrustAnalysis['warnings'];
}

export interface EditionTotal {
  readonly code: string;
  readonly title: string;
  readonly count: CountCell;
}

export interface EditionSchool {
  readonly school: string;
  readonly phase: TrustSchool['phase'];
  readonly nation: TrustSchool['nation'];
  readonly terms: readonly string[];
  readonly school_days: number;
  readonly roll: number | null;
  readonly measures: readonly EditionMeasure[];
  /** All behaviour incidents per 100 pupils per school day in each of the edition's half-terms; null when not shown. */
  readonly halves: readonly (number | null)[];
  readonly comparability: EditionComparability;
  readonly exclusions: EditionSchoolExclusions;
  readonly force: EditionForce;
  /** Per cent met, only where nothing can be worked out from it. */
  readonly duties: readonly { readonly duty: string; readonly per_cent: number | null }[];
}

/** Null where the number behind it is hidden or cannot be formed. */
export type EditionComparability = Omit<ComparabilityRow, 'school' | 'phase'>;

export interface EditionMeasure {
  readonly code: string;
  readonly title: string;
  readonly count: CountCell;
  /** Per 100 pupils per school day; null where the count is hidden or there is no roll. */
  readonly rate: number | null;
  readonly interval: readonly [number, number] | null;
}

export interface EditionFunnel {
  readonly code: string;
  readonly title: string;
  readonly phase: TrustSchool['phase'];
  readonly schools: number;
  /** Schools with a hidden number, which stand nowhere in it. */
  readonly hidden: number;
  /** Schools that the rate is of; null where a number is hidden: they would tell whether that school stands out. */
  readonly averaged: number | null;
  /** Per 100 pupils per school day over the schools that do not stand out, or over all where all do; null where it would give a number away. */
  readonly rate: number | null;
  readonly units: readonly {
    readonly school: string;
    readonly pupil_days: number;
    readonly rate: number;
    readonly wide95: readonly [number, number];
    readonly wide998: readonly [number, number];
    readonly outlying: boolean;
  }[];
}

export interface EditionOutlier {
  readonly school: string;
  readonly code: string;
  readonly title: string;
  readonly phase: TrustSchool['phase'];
  readonly direction: 'higher' | 'lower';
  readonly observed: number;
  /** Null where the rate it is made from is hidden. */
  readonly expected: number | null;
  readonly ratio: number | null;
  readonly cautions: readonly ComparabilityFlag[];
}

/** A change of one school, without numbers: an earlier term's were hidden by that term's own report. */
export interface EditionSchoolChange {
  readonly school: string;
  readonly code: string;
  readonly title: string;
  readonly comparison: 'previous' | 'last_year';
  readonly direction: 'up' | 'down';
}

export interface EditionGroup {
  readonly characteristic: string;
  readonly group: string;
  readonly pooled: PooledRatio | null;
  readonly stands_out: boolean;
}

/** One kind of place or time over the schools: without a share or range where these tell of a few incidents. */
export type EditionShare = Omit<TrustAnalysis['common']['places'][number], 'incidents'> & {
  readonly incidents: CountCell;
};

export interface EditionSchoolExclusions {
  readonly suspensions: CountCell;
  readonly permanent: CountCell;
  /** Null where it is not known, over several terms of one school. */
  readonly pupils: CountCell | null;
  /** Parts of the suspensions; permanent exclusions are too few to part. */
  readonly length: CellTable;
  readonly turn: CellTable;
  readonly purpose: CellTable;
  readonly reason: CellTable;
}

export interface EditionExclusions extends EditionSchoolExclusions {
  /** Pupils suspended more than once; null where it is not known. */
  readonly pupils_again: CountCell | null;
  /** Suspensions alike in everything that is moderated, where they are many enough to stand in a list. */
  readonly alike: readonly {
    readonly reason: string;
    readonly length: string;
    readonly turn: string;
    readonly purpose: string;
    readonly count: number;
  }[];
  /** School days of the suspensions whose length is known; null where it would give a number away. */
  readonly days: number | null;
  readonly days_known: number | null;
}

export interface EditionForce {
  readonly incidents: CountCell;
  /** Null where it is not known, over several terms of one school. */
  readonly pupils: CountCell | null;
  readonly same_day: CountCell;
  readonly parents_told: CountCell;
}

export interface EditionDuty {
  readonly duty: string;
  readonly schools: number;
  readonly cases: CountCell;
  readonly met: CountCell;
  readonly not_met: CountCell;
  readonly not_evidenced: CountCell;
  readonly per_cent: number | null;
}
