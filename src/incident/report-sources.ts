import type { AtRiskCandidate } from './at-risk-candidate.ts';
import type { CountSheet } from './count-sheet.ts';
import type { DutyStanding } from './duty-standing.ts';
import type { ExclusionList } from './exclusion-list.ts';
import type { ForceCase } from './force-case.ts';
import type { IsoDate } from './incident.ts';
import type { PositiveRanking } from './positive-ranking.ts';
import type { RecordedCase } from './recorded-case.ts';

/** What a report may ask of the line beside the analysis: each is made only when a report asks for it. */
export interface ReportSources {
  /** Cases with one of these codes, or all, in the period or from a day before. */
  readonly listCases: (codes: readonly string[] | null, from?: IsoDate) => readonly RecordedCase[];
  /** How the policy's duties stand in the period: those about one of these labels, or all. */
  readonly standDuties: (codes: readonly string[] | null) => readonly DutyStanding[];
  readonly listForce: () => readonly ForceCase[];
  readonly rankPositives: () => PositiveRanking;
  readonly listAtRisk: () => readonly AtRiskCandidate[];
  readonly listExclusions: () => ExclusionList;
  /** Counts for the nameless edition of a kind of report, before anything is hidden. */
  readonly countSheets: (kind: string) => readonly CountSheet[];
}
