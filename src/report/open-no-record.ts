import { tellNoRecord } from '../calendar/tell-no-record.ts';
import type { AnalysisMeta } from '../incident/analysis.ts';
import { hasNoRecord } from '../incident/has-no-record.ts';
import type { ReportDocument } from './report-document.ts';

/**
 * Opens a report on days without any record by saying so, before a nought can be read as good news. Other reports are
 * left as they are.
 */
export function openNoRecord(
  document: ReportDocument,
  {
    meta,
    counts,
  }: {
    readonly meta: Pick<AnalysisMeta, 'period' | 'data_range'>;
    readonly counts: Parameters<typeof hasNoRecord>[0];
  },
): ReportDocument {
  const [first, ...rest] = document.sections;
  if (first === undefined || !hasNoRecord(counts)) return document;
  const text = tellNoRecord(meta.period, meta.data_range);
  return {
    ...document,
    sections: [{ ...first, blocks: [{ type: 'paragraph', text }, ...first.blocks] }, ...rest],
  };
}
