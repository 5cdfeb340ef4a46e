import type { IsoDate } from './incident.ts';

export type FindingKind =
  | 'pupil_pattern'
  | 'pupil_trend'
  | 'class_trend'
  | 'class_pattern'
  | 'pair'
  | 'hotspot'
  | 'year_trend'
  | 'school_trend'
  | 'serious_repeat';

/** What a detector found: numbers first, then the sentence made from them. JSON keys are those of interfaces.md. */
export interface Finding {
  readonly kind: FindingKind;
  /** Pupil label; class; `Harmer -> Target`; `Location | Period or HH:MM-HH:MM | Weekday`. */
  readonly subject: string;
  /** Recorded category or label code; null for all. */
  readonly category: string | null;
  readonly direction: 'up' | 'down' | null;
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly comparison: { readonly from: IsoDate; readonly to: IsoDate } | null;
  readonly tier: 'clear' | 'possible';
  readonly observed: number;
  readonly expected: number;
  /** observed over expected; null when expected is 0. */
  readonly ratio: number | null;
  readonly interval: readonly [number, number | null];
  readonly p: number | null;
  readonly q: number | null;
  readonly started: { readonly from: IsoDate; readonly to: IsoDate } | null;
  readonly sentence: string;
  /**
   * The same in the fewest words, without its subject: for a list under the pupil's name. What is usual is in it only
   * where that is one or more. Not every kind has one.
   */
  readonly brief?: string;
  /** Incident ids, by date. */
  readonly evidence: readonly string[];
}

/** What one detector did, so that silence is never mistaken for a clean bill. */
export interface DetectorRun {
  readonly detector: string;
  /** What was asked, in a few plain words. */
  readonly question: string;
  /** What one of those looked at is, in words that go after `each`: `a class in a school year`. */
  readonly unit: string;
  /** How many pupils, classes, pairs or places were looked at, those with too few days or incidents among them. */
  readonly lookedAt: number;
  /** How many of those looked at had too few days or incidents to tell. */
  readonly tooFew: number;
  /** What too few is here, with its numbers: `fewer than 20 incidents in the year`; null where one is enough. */
  readonly tooFewIf: string | null;
  readonly clear: number;
  readonly possible: number;
  /** Findings to expect if nothing were going on; null when not estimated. */
  readonly expectedByChance: number | null;
  /** Such as 'not enough incidents to tell', or null. */
  readonly note: string | null;
}
