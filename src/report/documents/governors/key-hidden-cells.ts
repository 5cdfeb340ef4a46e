import type { ReportBlock, ReportDocument, ReportTable } from '../../report-document.ts';
import { fillWords } from '../words/fill-words.ts';
import { readGovernorWords } from '../words/read-governor-words.ts';

/**
 * A governor edition with a key under each table that has a hidden cell, and with a sentence instead of a table that
 * has nothing else: a block of symbols tells nobody anything.
 */
export function keyHiddenCells(document: ReportDocument, symbol: string): ReportDocument {
  const keyBlock = (block: ReportBlock): ReportBlock =>
    block.type === 'table' ? keyTable(block, symbol) : block;
  return {
    ...document,
    sections: document.sections.map((section) => ({ ...section, blocks: section.blocks.map(keyBlock) })),
  };
}

function keyTable(table: ReportTable, symbol: string): ReportBlock {
  const { caption, columns, rows, note } = table;
  const numbers = rows.flatMap(({ cells }) => cells.filter((_, at) => columns[at]?.align === 'right'));
  if (!numbers.includes(symbol)) return table;
  if (numbers.every((cell) => [symbol, '–', ''].includes(cell)))
    return { type: 'paragraph', text: fillWords(readGovernorWords().all_hidden, { caption }), muted: true };
  if (note?.includes(`${symbol}: hidden`) === true) return table;
  return { ...table, note: [note, tellHiddenKey(symbol)].filter(Boolean).join(' ') };
}

/** What the symbol in a cell or a chart means, and where the rule stands. */
export function tellHiddenKey(symbol: string): string {
  const { hidden_key, headings } = readGovernorWords();
  return fillWords(hidden_key, { symbol, annex: headings.annex_method });
}
