import type { Analysis } from '../incident/analysis.ts';
import type { DutyStanding } from '../incident/duty-standing.ts';
import type { ReportSources } from '../incident/report-sources.ts';
import type { GovernorEdition } from '../privacy/governor-edition.ts';

/** What a restricted report is written from; what it asks of the sources is made only then. */
export interface RestrictedInput extends Omit<ReportSources, 'standDuties' | 'countSheets'> {
  readonly analysis: Analysis;
  /** The one class or pupil asked for, as the user wrote it; null for all. */
  readonly only: string | null;
  /** How the duties that the report tells stand; none where it tells none. */
  readonly duties: readonly DutyStanding[];
  /** The edition for governors, for a report that adds names to their own. */
  readonly makeEdition: () => GovernorEdition;
}

/** What the pages of a class or a pupil are written from. */
export type PeopleInput = Pick<RestrictedInput, 'analysis' | 'listCases' | 'only'>;
