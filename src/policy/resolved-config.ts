import type { Nation } from '../calendar/nation.ts';
import type { Phase } from './phase.ts';
import type { PolicyProfile, Suppression, Threshold, ThresholdName } from './policy-profile.ts';

/** Paths of the side files, absolute; null where none was given. */
export interface SideFilePaths {
  readonly roll: string | null;
  readonly terms: string | null;
  readonly periods: string | null;
  readonly categories: string | null;
  /** The school's own words and rules. */
  readonly words: string | null;
  readonly decisions: string | null;
  readonly plans: string | null;
  readonly exclusions: string | null;
  readonly racistLog: string | null;
}

/** Everything a run is set up with: options over termwise.yaml over the policy profile, nothing left to look up. */
export interface ResolvedConfig {
  /** The termwise.yaml it came from (absolute), or null when there is none. */
  readonly source: string | null;
  readonly school: string | null;
  readonly phase: Phase;
  readonly nation: Nation;
  readonly profile: PolicyProfile;
  /** Whether options or termwise.yaml name the policy; else it is the nation's defaults. */
  readonly policyChosen: boolean;
  readonly files: SideFilePaths;
  /** Our field to the header the school's export uses for it. */
  readonly columns: Readonly<Record<string, string>>;
  readonly thresholds: Readonly<Record<ThresholdName, Threshold>>;
  readonly suppression: Suppression;
}
