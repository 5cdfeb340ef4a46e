import type { GovernorDuty } from '../privacy/hide-duties.ts';
import type { GovernorSheet } from '../privacy/hide-sheet.ts';

/** What a nameless report is written from beside its edition, its small numbers hidden already. */
export interface GovernorExtras {
  readonly sheets: readonly GovernorSheet[];
  readonly duties: readonly GovernorDuty[];
  /** Whether a second system's list of exclusions was given, whose numbers are in no count here. */
  readonly hasSecondList?: () => boolean;
}

/** For reports that ask for nothing more. */
export const NO_EXTRAS: GovernorExtras = { sheets: [], duties: [] };
