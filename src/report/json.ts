import type { ReportDocument } from './report-document.ts';

/** The report as data: exactly what the PDF prints, in reading order. */
export function renderJson(document: ReportDocument): string {
  return `${JSON.stringify(document, null, 2)}\n`;
}
