import type { CueReach, FlagName } from './cue.ts';

/** One cue found in a record. */
export interface CueHit {
  readonly id: string;
  readonly flag: FlagName;
  readonly reach: CueReach;
  /** Most tokens that it works on; 0 for no limit within its reach. */
  readonly size: number;
  readonly weight: number;
  readonly from: number;
  readonly to: number;
}
