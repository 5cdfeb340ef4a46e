import { stringify } from 'csv-stringify/sync';
import { listChartRows } from './list-chart-rows.ts';
import { numberHeadings } from './number-headings.ts';
import type { ReportDocument } from './report-document.ts';

/**
 * Every number of the report, one a line: section, table or figure, row, column, value as printed. Cells that a
 * spreadsheet would run as a formula are disarmed with an apostrophe; the mark at the start lets Excel read UTF-8.
 */
export function renderCsv(document: ReportDocument): string {
  const headings = numberHeadings(document.sections);
  const lines: string[][] = [];
  for (const [i, section] of document.sections.entries()) {
    const heading = headings[i] ?? '';
    for (const block of section.blocks) {
      if (block.type === 'table') {
        for (const { cells } of block.rows) {
          const [row = '', ...values] = cells;
          for (const [j, value] of values.entries()) {
            lines.push([heading, block.caption, row, block.columns[j + 1]?.header ?? '', value]);
          }
        }
      } else if (block.type === 'figure') {
        for (const { row, column, value } of listChartRows(block.chart)) {
          lines.push([heading, block.title, row, column, value]);
        }
      }
    }
  }
  return stringify(
    [['Section', 'Table or figure', 'Row', 'Column', 'Value'], ...lines.map((line) => line.map(disarm))],
    {
      bom: true,
      record_delimiter: 'windows',
    },
  );
}

function disarm(cell: string): string {
  return /^[=+\-@\t\r]/.test(cell) && !/^[+-]?[\d.,]+%?$/.test(cell) ? `'${cell}` : cell;
}
