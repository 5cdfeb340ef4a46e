import type { IsoDate } from '../incident/incident.ts';

/**
 * Met: the record shows it, in time. Not met: the record shows a breach, or lacks what the duty asks of the record
 * itself. Not evidenced: the duty applies and the record is silent, which is never called a breach.
 */
export type DutyStatus = 'met' | 'not_met' | 'not_evidenced' | 'not_applicable';

/** One duty for one incident, pupil or pupil-week, as `check --json` prints it. */
export interface DutyRow {
  readonly duty: string;
  readonly policy: string;
  readonly title: string;
  readonly status: DutyStatus;
  /** Null where the duty is about a pupil, a week or another system's row. */
  readonly incident_id: string | null;
  /** Pupil labels. */
  readonly pupils: readonly string[];
  readonly due: IsoDate | null;
  readonly done: IsoDate | null;
  /** Who should put it right: the person it is assigned to, else who recorded it. */
  readonly assigned_to: string | null;
  /** What the record shows and, if anything is to be put right, what. */
  readonly message: string;
}

/** How one duty stands over all cases it applies to. */
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

/** How often a named behaviour was recorded for a pupil on a plan in one week. */
export interface PlanTally {
  readonly pupil: string;
  /** Monday. */
  readonly week: IsoDate;
  readonly behaviour: string;
  readonly count: number;
}

/** Behaviour incidents of a pupil per school week before and since the plan began: no test, so no word for a change. */
export interface PlanComparison {
  readonly pupil: string;
  readonly start: IsoDate;
  readonly before: { readonly incidents: number; readonly school_weeks: number };
  readonly since: { readonly incidents: number; readonly school_weeks: number };
}
