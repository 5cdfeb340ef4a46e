/** How small numbers are hidden in editions that leave the pastoral team. */
export interface HidingRules {
  /** Counts from 1 to one below this are hidden. */
  readonly threshold: number;
  /** Printed in place of a hidden number. */
  readonly symbol: string;
  /** Rates of groups with fewer pupils on roll than this are hidden. */
  readonly groupMinimum: number;
}

/** Threshold and group minimum as proposed in official practice; a local authority may ask for others. */
export const DEFAULT_HIDING_RULES: HidingRules = { threshold: 5, symbol: 'c', groupMinimum: 10 };
