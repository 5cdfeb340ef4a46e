import type { IsoDate } from '../incident/incident.ts';

/**
 * Met: the record shows it, in time. Not met: the record shows a breach, or lacks what the duty asks of the record
 * itself. Not evidenced: the duty applies and the record is silent, which is never called a breach.
 */
export type DutyStatus = 'met' | 'not_met' | 'not_evidenced' | 'not_applicable';

/** One duty for one incident, as `check --json` prints it. */
export interface DutyRow {
  readonly duty: string;
  readonly policy: string;
  readonly title: string;
  readonly status: DutyStatus;
  readonly incident_id: string | null;
  /** Pupil labels. */
  readonly pupils: readonly string[];
  readonly due: IsoDate | null;
  readonly done: IsoDate | null;
  /** One sentence: what the record shows and, if anything is to be put right, what. */
  readonly message: string;
}

/** How one duty stands over all incidents it applies to. */
export interface DutySummary {
  readonly duty: string;
  readonly policy: string;
  readonly title: string;
  readonly cases: number;
  readonly met: number;
  readonly not_met: number;
  readonly not_evidenced: number;
  /** Share met in whole per cent, or null under ten cases. */
  readonly per_cent: number | null;
}
