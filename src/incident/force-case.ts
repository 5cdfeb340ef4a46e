import type { IsoDate } from './incident.ts';

/** One thing that a record of force is asked to hold, and whether its words show it. */
export interface ForceItem {
  readonly id: string;
  readonly title: string;
  readonly shown: boolean;
}

/** When parents were told of a use of force, as far as the record says. */
export type ParentsTold = 'same_day' | 'later' | 'undated' | 'not_shown';

/** One record of force with what it holds of the things asked: by name, restricted editions only. */
export interface ForceCase {
  readonly incident_id: string;
  readonly date: IsoDate;
  readonly recorded_date: IsoDate | null;
  readonly place: string | null;
  readonly slot: string;
  /** Pupil labels, witnesses left out. */
  readonly pupils: readonly string[];
  /** Words of the record, slurs masked. */
  readonly narrative: string;
  readonly action: string;
  /** How long it lasted, in minutes; null when the record does not say. */
  readonly minutes: number | null;
  readonly items: readonly ForceItem[];
  readonly parents: ParentsTold;
  readonly parents_on: IsoDate | null;
  /** The words that show who told them and how; empty when none do. */
  readonly parents_words: string;
  /** An injury or first aid is recorded as having happened. */
  readonly injury: boolean;
  /** Whether a pupil of the record has SEN by the roll; null without a roll entry. */
  readonly sen: boolean | null;
  /** Records of force with one of the same pupils in the twelve months before, oldest first. */
  readonly earlier: readonly string[];
  readonly to_review: boolean;
}
