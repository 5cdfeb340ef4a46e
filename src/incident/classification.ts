import type { PupilKey, PupilRole } from './incident.ts';

/** How sure the record itself is. A label counts as given when `alleged` or `observed`. */
export type LabelStatus = 'alleged' | 'observed' | 'not_upheld' | 'historical' | 'other_setting';

/** Words that decided: `start` and `end` count UTF-16 units in that field as imported. */
export interface Evidence {
  readonly field: 'category' | 'narrative' | 'action';
  readonly start: number;
  readonly end: number;
  /** The words, with slurs masked. */
  readonly text: string;
  /** Id of the rule or cue. */
  readonly rule: string;
}

/** One label of the taxonomy on one incident, with its reasons. */
export interface Label {
  readonly code: string;
  readonly status: LabelStatus;
  /** 1 weak (category only, or implied), 2 fair, 3 strong. */
  readonly strength: 1 | 2 | 3;
  readonly evidence: readonly Evidence[];
}

/** A label that would have been given, and what stopped it (`negated`, `lesson`, `adult_actor` …). */
export interface SuppressedLabel {
  readonly code: string;
  readonly reason: string;
  readonly evidence: readonly Evidence[];
}

/** Why a person should look; higher priority first. */
export interface ReviewReason {
  readonly reason: string;
  /** The label in doubt, or null when none was found. */
  readonly code: string | null;
  /** 1 (look if there is time) to 5 (look first). */
  readonly priority: number;
  readonly field: 'category' | 'narrative' | 'action';
  readonly start: number;
  readonly end: number;
  /** The start of a labelled record that this one reads like, where that is the reason. */
  readonly like?: string;
  /** How much is likely missing from the record of serious labels and kinds of bullying; told with the first reason. */
  readonly missing?: number;
}

/** Everything classification says of one incident. */
export interface Classification {
  readonly labels: readonly Label[];
  readonly suppressed: readonly SuppressedLabel[];
  readonly review: readonly ReviewReason[];
  /** Parts that the narrative gives to the pupils of the record; pupils not named here stay `unknown`. */
  readonly roles: ReadonlyMap<PupilKey, PupilRole>;
}
