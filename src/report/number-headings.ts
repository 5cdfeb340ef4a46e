import type { ReportSection } from './report-document.ts';

/** Headings as printed, the same in every format: sections by number, annexes by letter. */
export function numberHeadings(sections: readonly ReportSection[]): string[] {
  let [number, letter] = [0, 0];
  return sections.map(({ heading, annex }) => {
    if (annex !== true) return `${++number}. ${heading}`;
    return `Annex ${String.fromCharCode(65 + letter++)}: ${heading}`;
  });
}
