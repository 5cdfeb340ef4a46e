import type { SchoolCalendar } from '../calendar/school-calendar.ts';
import type { DecidedLabels } from '../classify/apply-decisions.ts';
import type { SchoolKnowledge } from '../classify/compile-rules.ts';
import type { ImportResult } from '../import/import-exports.ts';
import type { Analysis, AnalysisMeta } from '../incident/analysis.ts';
import type { LabelledIncident } from '../incident/labelled-incident.ts';
import type { ReportSources } from '../incident/report-sources.ts';
import type { RollEntry } from '../incident/roll.ts';
import type { CategoryMap } from '../policy/category-map.ts';

/** Exports, read and labelled. */
export interface Classified {
  readonly imported: ImportResult;
  readonly labelled: readonly LabelledIncident[];
  readonly categoryMap: CategoryMap;
  /** The school's own words and rules, if it has any. */
  readonly words: SchoolKnowledge | undefined;
  /** What a person decided on review, as far as it was applied. */
  readonly decisions: AnalysisMeta['decisions'];
  /** Ids of the decisions that a person should look at again: the words changed, or no such incident. */
  readonly decided: Pick<DecidedLabels, 'outdated' | 'unknown'>;
}

/** All that the line comes to. */
export interface LineResult extends Classified {
  readonly calendar: SchoolCalendar;
  readonly roll: readonly RollEntry[] | null;
  readonly analysis: Analysis;
  /** What reports may ask for beside the analysis, by name: made when asked for. */
  readonly sources: ReportSources;
}
