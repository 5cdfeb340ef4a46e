import type { PeriodCounts } from '../incident/analysis.ts';
import { isBehaviourIncident, type LabelledIncident } from '../incident/labelled-incident.ts';
import { readTaxonomy } from '../policy/taxonomy.ts';
import measureData from './headline-measures.yaml';

/** One row of the headline table. */
export interface HeadlineMeasure {
  readonly code: string;
  readonly from: 'all' | 'label' | 'family' | 'records';
  readonly title: string;
  /** Whether more of it is a concern; more positive records are not. */
  readonly adverse: boolean;
}

/** The measures of the headline table, in report order (checked against the taxonomy by a test). */
export function readHeadlineMeasures(): readonly HeadlineMeasure[] {
  return measureData as readonly HeadlineMeasure[];
}

/** The count of a measure in a period. */
export function measureCount(measure: HeadlineMeasure, counts: PeriodCounts): number {
  if (measure.from === 'all') return counts.incidents;
  if (measure.from === 'family') return counts.families[measure.code] ?? 0;
  if (measure.from === 'records') return counts.records.positive;
  return counts.labels[measure.code] ?? 0;
}

/** Whether one record counts for a measure; agrees with `measureCount` by test. */
export function isMeasured(measure: HeadlineMeasure, { incident, codes }: LabelledIncident): boolean {
  if (measure.from === 'records') return incident.kind === measure.code;
  if (!isBehaviourIncident(incident)) return false;
  if (measure.from === 'all') return true;
  if (measure.from === 'label') return codes.has(measure.code);
  return readTaxonomy().labels.some((label) => label.family === measure.code && codes.has(label.code));
}
