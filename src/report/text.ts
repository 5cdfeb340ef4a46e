import { listChartRows } from './list-chart-rows.ts';
import { numberHeadings } from './number-headings.ts';
import { plainText } from './plain-text.ts';
import type { ReportBlock, ReportDocument, ReportTable } from './report-document.ts';

/** Lines of running text are broken here, so that a terminal or an e-mail shows them whole. */
const LINE_LENGTH = 96;

/** The report as plain text: the same words and numbers as the PDF, charts as their descriptions and numbers. */
export function renderText(document: ReportDocument): string {
  const headings = numberHeadings(document.sections);
  let figures = 0;
  const write = (block: ReportBlock): string => {
    if (block.type === 'subheading') return `${block.text}\n${'-'.repeat([...block.text].length)}`;
    if (block.type === 'paragraph') return wrap(plainText(block.text));
    if (block.type === 'bullets')
      return block.items.map((item) => wrap(`- ${plainText(item)}`, '  ')).join('\n');
    if (block.type === 'table') return writeTable(block);
    figures += 1;
    const rows = listChartRows(block.chart);
    const numbers =
      block.chart.kind === 'spc'
        ? []
        : rows.map(({ row, column, value }) => `  ${row} | ${column}: ${value}`);
    return [
      wrap(`Figure ${figures}: ${block.title}`),
      wrap(block.subtitle),
      wrap(block.alt),
      ...numbers,
      wrap(block.source),
    ].join('\n');
  };
  const sections = document.sections.map((section, i) => {
    const heading = headings[i] ?? section.heading;
    return [`${heading}\n${'='.repeat([...heading].length)}`, ...section.blocks.map(write)].join('\n\n');
  });
  const front = [
    document.title,
    document.subtitle,
    ...(document.handling === null ? [] : [document.handling]),
  ];
  return `${front.join('\n')}\n\n${sections.join('\n\n')}\n\nData to ${document.date}, input ${document.fingerprint}\n`;
}

function wrap(text: string, indent = ''): string {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + word.length + 1 > LINE_LENGTH) {
      lines.push(line);
      line = indent + word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line].join('\n');
}

function writeTable(table: ReportTable): string {
  const lines = [table.columns.map(({ header }) => header), ...table.rows.map(({ cells }) => cells)];
  const widths = table.columns.map((_, i) => Math.max(...lines.map((cells) => [...(cells[i] ?? '')].length)));
  const draw = (cells: readonly string[]): string =>
    cells
      .map((cell, i) => {
        const space = ' '.repeat(Math.max(0, (widths[i] ?? 0) - [...cell].length));
        return table.columns[i]?.align === 'right' ? space + cell : cell + space;
      })
      .join('  ')
      .trimEnd();
  const [head, ...body] = lines.map(draw);
  const rule = '-'.repeat(widths.reduce((sum, width) => sum + width + 2, -2));
  return [
    wrap(table.caption),
    head,
    rule,
    ...body,
    ...(table.note === undefined ? [] : [wrap(table.note)]),
  ].join('\n');
}
