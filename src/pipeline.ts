/**
 * The line from exports to what is printed, as the command line sees it: import, classify, then analyse, check duties or
 * make a return. One door, so that a command loads the whole line at once, and only when it needs it.
 */
export type { LineOptions } from './pipeline/line-options.ts';
export type { Classified, LineResult } from './pipeline/line-result.ts';
export { runAnalysis } from './pipeline/run-analysis.ts';
export { runClassification, runClassificationAsked } from './pipeline/run-classification.ts';
export { runDuties } from './pipeline/run-duties.ts';
export { runImport, runInspection } from './pipeline/run-import.ts';
export { runNamelessTable } from './pipeline/run-nameless-table.ts';
export { returnClassified, runReturn } from './pipeline/run-return.ts';
