import type { Analysis } from '../incident/analysis.ts';
import type { IsoDate } from '../incident/incident.ts';
import type { RecordedCase } from '../incident/recorded-case.ts';

/** What a restricted report is written from; cases are made only when a report asks for them. */
export interface RestrictedInput {
  readonly analysis: Analysis;
  /** Cases with one of these codes, or all, in the period or from a day before. */
  readonly listCases: (codes: readonly string[] | null, from?: IsoDate) => readonly RecordedCase[];
  /** The one class or pupil asked for, as the user wrote it; null for all. */
  readonly only: string | null;
}
