import { numberHeadings } from '../../../src/report/number-headings.ts';
import { plainText } from '../../../src/report/plain-text.ts';
import type {
  ReportBlock,
  ReportDocument,
  ReportFigure,
  ReportTable,
} from '../../../src/report/report-document.ts';

const blocksOf = (document: ReportDocument): readonly ReportBlock[] =>
  document.sections.flatMap(({ blocks }) => blocks);
export const figuresOf = (document: ReportDocument): readonly ReportFigure[] =>
  blocksOf(document).filter((block) => block.type === 'figure');
export const tablesOf = (document: ReportDocument): readonly ReportTable[] =>
  blocksOf(document).filter((block) => block.type === 'table');

/** The running text of a report, a sentence or two an entry: what a reader reads, without table cells. */
export function listProse(document: ReportDocument): string[] {
  return blocksOf(document).flatMap((block) => {
    if (block.type === 'bullets') return block.items.map(plainText);
    if (block.type === 'paragraph') return [plainText(block.text)];
    return [];
  });
}

/** Everything that is printed or read out, one string an entry. */
export function listDocumentText(document: ReportDocument): string[] {
  return [
    document.title,
    document.subtitle,
    document.subject,
    ...numberHeadings(document.sections),
    ...listProse(document),
    ...blocksOf(document).flatMap((block) => {
      if (block.type === 'subheading') return [block.text];
      if (block.type === 'figure')
        return [block.title, block.subtitle, block.source, block.alt, JSON.stringify(block.chart)];
      if (block.type !== 'table') return [];
      return [
        block.caption,
        block.note ?? '',
        ...block.columns.map(({ header }) => header),
        ...block.rows.flatMap(({ cells }) => cells),
      ];
    }),
  ];
}
