/** A pupil and their positive records of the period. */
export interface RankedPupil {
  readonly pupil: string;
  readonly year_group: string | null;
  readonly class_name: string | null;
  readonly entries: number;
  /** From 1; pupils with as many entries share a place. */
  readonly place: number;
}

/** The pupils with most positive records of one group, all who tie at the last place among them. */
export interface PositiveGroup {
  readonly group: string;
  /** Positive records that name a pupil of the group, once a pupil. */
  readonly entries: number;
  readonly pupils: number;
  readonly ranked: readonly RankedPupil[];
}

/** Who has most positive records in the period: by name, restricted editions only. */
export interface PositiveRanking {
  /** Places that are named, and whose number that is (`policy`, `school`, `termwise`). */
  readonly places: number;
  readonly whose: string;
  readonly school: PositiveGroup;
  readonly years: readonly PositiveGroup[];
  readonly classes: readonly PositiveGroup[];
  /** Pupils on roll without a positive record in the period; null without a roll. */
  readonly without: number | null;
  /** Pupils by how many positive records name them. */
  readonly spread: Readonly<Record<'one' | 'two_to_four' | 'five_or_more', number>>;
  /** Positive records of the period, each once. */
  readonly records: number;
  /** What was recognised, most often first. */
  readonly categories: Readonly<Record<string, number>>;
}
