import type { IsoDate } from './incident.ts';

/** One pupil's place on the roll in one academic year, from roll.csv. */
export interface RollEntry {
  readonly name: string;
  readonly upn: string | null;
  readonly dateOfBirth: IsoDate | null;
  /** Such as `2025-26`. */
  readonly academicYear: string;
  readonly yearGroup: string | null;
  readonly className: string | null;
  readonly gender: string | null;
  readonly sen: string | null;
  readonly pupilPremium: string | null;
  readonly ethnicity: string | null;
  readonly eal: string | null;
  readonly lookedAfter: string | null;
  /** First and last day on roll; null means the whole year. */
  readonly start: IsoDate | null;
  readonly end: IsoDate | null;
  /** True where further rows said other things of the pupil for the same days, such as a second class. */
  readonly isRepeated?: boolean;
}
