import type { ReportBlock, ReportDocument, ReportTable } from '../../report-document.ts';
import { uncapitalise } from '../sentences/format-number.ts';
import { fillWords } from '../words/fill-words.ts';
import { readGovernorWords } from '../words/read-governor-words.ts';

/**
 * A governor edition with a key under each table that has a hidden cell, and with a sentence instead of a table that
 * has nothing else: a block of symbols tells nobody anything.
 */
export function keyHiddenCells(document: ReportDocument, symbol: string): ReportDocument {
  return {
    ...document,
    sections: document.sections.map((section) => ({ ...section, blocks: keyBlocks(section.blocks, symbol) })),
  };
}

function keyBlocks(blocks: readonly ReportBlock[], symbol: string): ReportBlock[] {
  const bare = blocks.filter(
    (block): block is ReportTable => block.type === 'table' && isBare(block, symbol),
  );
  return blocks.flatMap((block) => {
    if (block.type !== 'table') return [block];
    if (!bare.includes(block)) return [keyTable(block, symbol)];
    return block === bare[0] ? [tellBare(bare)] : [];
  });
}

/** Whether a table has numbers and shows none of them. */
function isBare({ columns, rows }: ReportTable, symbol: string): boolean {
  const numbers = rows.flatMap(({ cells }) => cells.filter((_, at) => columns[at]?.align === 'right'));
  return numbers.includes(symbol) && numbers.every((cell) => [symbol, '–', ''].includes(cell));
}

/** One sentence for all such tables of a section. */
function tellBare(tables: readonly ReportTable[]): ReportBlock {
  const captions = tables.map(({ caption }, at) => (at === 0 ? caption : uncapitalise(caption))).join('; ');
  return { type: 'paragraph', text: fillWords(readGovernorWords().all_hidden, { captions }), muted: true };
}

function keyTable(table: ReportTable, symbol: string): ReportTable {
  const { rows, note } = table;
  if (!rows.some(({ cells }) => cells.includes(symbol)) || note?.includes(`${symbol}: hidden`) === true)
    return table;
  return { ...table, note: [note, tellHiddenKey(symbol)].filter(Boolean).join(' ') };
}

/** What the symbol in a cell or a chart means, and where the rule stands. */
export function tellHiddenKey(symbol: string): string {
  const { hidden_key, headings } = readGovernorWords();
  return fillWords(hidden_key, { symbol, annex: headings.annex_method });
}
